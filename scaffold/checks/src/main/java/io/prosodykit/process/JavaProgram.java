package io.prosodykit.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program of this library with the embedded Lua that runs in a JVM of its own, from the jars and
 * folders that this JVM has it from.
 */
public final class JavaProgram {
  private static final ImmutableList<String> LUA =
      ImmutableList.of(
          "party/iroiro/luajava/Lua.class",
          "party/iroiro/luajava/lua51/Lua51.class",
          "party/iroiro/luajava/lua54/Lua54.class",
          "com/badlogic/gdx/utils/SharedLibraryLoader.class",
          // each of these jars has the libraries for all systems
          "liblua5164.so",
          "liblua5464.so");

  private static final ImmutableSet<String> UNWANTED =
      ImmutableSet.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "LUA_INIT",
          "LUA_INIT_5_4",
          "LUA_PATH",
          "LUA_PATH_5_4",
          "LUA_CPATH",
          "LUA_CPATH_5_4");

  private final String main;
  private final String purpose;
  private final String classPath;

  /**
   * Finds the jars.
   *
   * @param main the main class
   * @param purpose what it is for, to follow {@code to} in a message, for example {@code run specs}
   * @throws IllegalStateException if the class path lacks one; the message says what to add
   */
  public JavaProgram(Class<?> main, String purpose) {
    this.main = main.getName();
    this.purpose = purpose;
    Set<String> places = new LinkedHashSet<>();
    places.add(place(main.getName().replace('.', '/') + ".class"));
    LUA.forEach(entry -> places.add(place(entry)));
    this.classPath = String.join(File.pathSeparator, places);
  }

  private String place(String entry) {
    URL url = JavaProgram.class.getClassLoader().getResource(entry);
    if (url == null) {
      throw new IllegalStateException(
          "the class path lacks "
              + entry
              + ": to "
              + purpose
              + ", add party.iroiro.luajava:luajava, lua51 and lua54, and"
              + " lua51-platform and lua54-platform with the classifier natives-desktop");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI()).toString();
      }
      String folder = url.toString();
      return Path.of(URI.create(folder.substring(0, folder.length() - entry.length()))).toString();
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "to "
              + purpose
              + " takes a process that reads only jars and folders, which "
              + url
              + " is not",
          e);
    }
  }

  /**
   * {@return the command that starts it, which is not started yet}
   *
   * @param work a folder for its own files
   * @param environment what it gets of the environment, besides what would change the JVM, make it
   *     print, or let Lua find files elsewhere
   * @param arguments the arguments of the main class
   */
  public ProcessBuilder command(Path work, ChildEnvironment environment, List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            ImmutableList.<String>builder()
                .add(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + work.resolve("crash.log"),
                    "-Xshare:auto",
                    "-Xmx128m",
                    // the stack size of plain Lua, for patterns and calls that recurse deeply in C
                    "-Xss8m",
                    "--enable-native-access=ALL-UNNAMED",
                    // luajava unpacks the library that it loads there
                    "-Djava.io.tmpdir=" + work,
                    "-cp",
                    classPath,
                    main)
                .addAll(arguments)
                .build());
    tidy(environment.restrict(builder).environment());
    return builder;
  }

  /**
   * Removes what would change the JVM, make it print, or let Lua find files elsewhere.
   *
   * @param environment the environment of a process
   */
  public static void tidy(Map<String, String> environment) {
    environment.keySet().removeAll(UNWANTED);
  }
}
