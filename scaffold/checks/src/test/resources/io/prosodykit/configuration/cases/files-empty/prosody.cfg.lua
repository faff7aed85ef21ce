contents = FileContents "empty.txt"
lines = FileLines "empty.txt"
VirtualHost "example.org"
