/** Set before Ink and chalk are loaded: colours as on a terminal, a fixed zone, React's fast build. */
process.env['FORCE_COLOR'] = '3';
process.env['TZ'] = 'Europe/Berlin';
process.env['NODE_ENV'] = 'production';
