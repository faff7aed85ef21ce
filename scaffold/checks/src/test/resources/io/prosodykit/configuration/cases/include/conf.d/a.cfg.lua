VirtualHost "a.example.org"
from = "a"
