// The facts themselves: JSON and its schema, no classes. Open, so that the reader in
// io.prosodykit.core finds the files on the module path as it does on the class path.
open module io.prosodykit.catalog.data {}
