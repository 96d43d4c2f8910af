/**
 * Loaded before each test file. Node reads TypeScript itself, but not the JSX of the screen; only the
 * tests of the screen take tsx for that, since a file begins in half the time without it.
 */
if (process.argv[1]?.includes('/test/ui/')) {
	const {register} = await import('tsx/esm/api');
	register();
}
