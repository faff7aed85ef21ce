package io.prosodykit.benchmarks;

import io.prosodykit.moduletree.ModuleTree;
import java.io.IOException;
import java.nio.file.Path;

/** A program that only reads the modules below folders. */
public final class ReadModules {
  private ReadModules() {}

  /**
   * Runs the program.
   *
   * @param args the folders
   * @throws IOException if one cannot be read
   */
  public static void main(String[] args) throws IOException {
    for (String folder : args) {
      System.out.println(ModuleTree.read(Path.of(folder)).modules().size() + " modules");
    }
  }
}
