/**
 * Loaded before each test file. Node reads TypeScript itself, but not the JSX of the screen; only the
 * tests of the screen take tsx for that, since a file begins in half the time without it. They have
 * React and Ink as the program has them.
 */
if (process.argv[1]?.includes('/test/ui/')) {
	process.env['NODE_ENV'] = 'production';
	const {register} = await import('tsx/esm/api');
	register();
	const {leanInk} = await import('../source/cli/lean-ink.ts');
	leanInk();
}
