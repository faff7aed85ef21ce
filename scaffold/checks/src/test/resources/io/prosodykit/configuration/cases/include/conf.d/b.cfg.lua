VirtualHost "b.example.org"
from = "b"
