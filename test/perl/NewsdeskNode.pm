# A server for a test, with databases that have the extension.
package NewsdeskNode;

use strict;
use warnings;

use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;

our @EXPORT = qw(start_node create_database write_binary_row);

# The private server of "make check" leaves in NEWSDESK_EXTENSION_CONF the
# settings that find an extension which is not installed in the system.
sub start_node
{
	my ($name) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);
	my $conf = $ENV{NEWSDESK_EXTENSION_CONF};

	$node->init(extra => [ '--encoding', 'UTF8', '--locale', 'C' ]);
	$node->append_conf('postgresql.conf', slurp_file($conf)) if $conf;
	$node->append_conf('postgresql.conf', "fsync = off\njit = off\n");
	$node->start;
	return $node;
}

sub create_database
{
	my ($node, $name, $encoding) = @_;

	$node->safe_psql('postgres',
		"CREATE DATABASE $name ENCODING '$encoding' LOCALE 'C' TEMPLATE template0");
	$node->safe_psql($name, 'CREATE EXTENSION newsdesk');
	return;
}

# A file for COPY (FORMAT binary): one row of one column, with these bytes as its
# value.
sub write_binary_row
{
	my ($file, $value) = @_;

	open(my $out, '>:raw', $file) or die "$file: $!";
	print $out "PGCOPY\n\377\r\n\0", pack('NN', 0, 0), pack('n', 1), pack('N', length($value)), $value, pack('n', 0xffff);
	close($out) or die "$file: $!";
	chmod 0644, $file;
	return $file;
}

1;
