# Pages in a browser without a screen: Debian's Chromium.
package Browser;

use strict;
use warnings;

use Compress::Zlib;
use Encode;
use Exporter 'import';
use IPC::Run;
use PostgreSQL::Test::Utils;

our @EXPORT = qw(find_browser page_in_browser picture_of slurp_utf8);

sub find_browser
{
	foreach my $name ('chromium', 'chromium-browser', 'google-chrome')
	{
		foreach my $folder (split /:/, $ENV{PATH})
		{
			return "$folder/$name" if -x "$folder/$name";
		}
	}
	return;
}

# Runs the browser on a page; gives what it prints, and what the page's scripts
# print to their console: errors, also of what the page's own policy refuses.
sub run_browser
{
	my ($page, @options) = @_;
	my $home = PostgreSQL::Test::Utils::tempdir();
	local $ENV{HOME} = $home;
	my ($out, $log);

	# the sandbox needs rights that containers do not give
	IPC::Run::run(
		[ find_browser(), '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
			'--no-first-run', '--hide-scrollbars', "--user-data-dir=$home/profile", '--enable-logging=stderr',
			'--host-resolver-rules=MAP * ~NOTFOUND', '--virtual-time-budget=2000', @options, "file://$page" ],
		'<', \undef, '>', \$out, '2>', \$log, IPC::Run::timeout(120)) or die "the browser failed: $log";
	return (decode('UTF-8', $out), join("\n", grep { /CONSOLE|Uncaught/ } split /\n/, $log));
}

sub page_in_browser
{
	my ($page) = @_;
	return run_browser($page, '--dump-dom', '--window-size=1280,900');
}

# Width and height, the colour of the pixel in the left upper corner, and how
# many rows of pixels differ (in their packed form).
sub picture_of
{
	my ($page, $file, $width, $height) = @_;
	my ($data, %rows) = ('');

	run_browser($page, "--screenshot=$file", "--window-size=$width,$height");
	my $png = slurp_file($file);
	my (undef, undef, $real_width, $real_height, $depth, $colours) = unpack 'a8 a8 N N C C', $png;
	die "no picture with 8 bits a colour" unless $depth == 8 && ($colours == 2 || $colours == 6);
	for (my $at = 8; $at < length $png;)
	{
		my ($length, $type) = unpack 'N a4', substr $png, $at, 8;
		$data .= substr $png, $at + 8, $length if $type eq 'IDAT';
		$at += 12 + $length;
	}
	my $row = 1 + $real_width * ($colours == 2 ? 3 : 4);
	my $pixels = uncompress($data);
	$rows{ substr $pixels, $_ * $row, $row } = 1 for 0 .. $real_height - 1;
	return { width => $real_width, height => $real_height, rows => scalar(keys %rows),
		corner => unpack('H6', substr $pixels, 1, 3) };
}

sub slurp_utf8
{
	return decode('UTF-8', slurp_file($_[0]));
}

1;
