package io.prosodykit.busted;

import io.prosodykit.lua.LuaVersion;
import java.io.IOException;
import java.nio.file.Path;

/** A program that runs the specs of a folder and writes their events into a file. */
interface SpecProgram {
  /**
   * Checks that it can run a version of Lua.
   *
   * @throws IllegalArgumentException if it cannot; the message says what to do
   */
  void check(LuaVersion version);

  /**
   * Returns the command that starts it in the folder of the module.
   *
   * @param work a folder for the program's own files
   * @param events the file of events, which does not exist yet: each event is a line with the
   *     number of bytes printed before it, a space and a JSON object
   * @param output the file that receives what is printed
   */
  ProcessBuilder command(SpecFolder specs, LuaVersion lua, Path work, Path events, Path output)
      throws IOException;

  /** {@return what it reads from its standard input} */
  byte[] input(SpecFolder specs);
}
