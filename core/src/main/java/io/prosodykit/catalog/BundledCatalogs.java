package io.prosodykit.catalog;

import com.google.common.collect.Iterables;
import io.prosodykit.data.DataFile;

/** The catalogues that come with this library, each read when it is first asked for. */
final class BundledCatalogs {
  private BundledCatalogs() {}

  static ModuleCatalog reference() {
    return Reference.CATALOG;
  }

  static ModuleCatalog complete() {
    return Complete.CATALOG;
  }

  private static final class Reference {
    static final ModuleCatalog CATALOG =
        ModuleCatalog.of(CatalogReader.read("modules.json", DataFile.MODULES.bytes()).entries());
  }

  private static final class Complete {
    static final ModuleCatalog CATALOG =
        ModuleCatalog.of(
            Iterables.concat(
                reference().modules(),
                CatalogReader.read("more-modules.json", DataFile.MORE_MODULES.bytes()).entries()));
  }
}
