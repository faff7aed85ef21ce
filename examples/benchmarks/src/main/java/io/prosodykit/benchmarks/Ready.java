package io.prosodykit.benchmarks;

import io.prosodykit.catalog.ModuleCatalog;

/** A program that only loads a catalogue. */
public final class Ready {
  private Ready() {}

  /**
   * Runs the program.
   *
   * @param args {@code reference} or {@code complete}
   */
  public static void main(String[] args) {
    ModuleCatalog catalog =
        args[0].equals("reference") ? ModuleCatalog.reference() : ModuleCatalog.complete();
    System.out.println(catalog);
  }
}
