VirtualHost "example.org"
line = FileLine "empty.txt"
