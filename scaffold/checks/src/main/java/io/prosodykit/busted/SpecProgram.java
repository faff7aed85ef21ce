package io.prosodykit.busted;

import io.prosodykit.lua.LuaVersion;
import java.io.IOException;
import java.nio.file.Path;

/** A program that runs the specs of a folder and writes their events into a file. */
interface SpecProgram {
  /**
   * What starts it, in the folder of the module.
   *
   * @param work a folder for what the program needs for itself
   * @param events the file of events, which is not there yet: each is a line of the bytes that had
   *     been printed before it, a space and an object in JSON
   * @param output the file that gets what is printed
   */
  ProcessBuilder command(SpecFolder specs, LuaVersion lua, Path work, Path events, Path output)
      throws IOException;

  /** What it reads from its standard input. */
  byte[] input(SpecFolder specs);
}
