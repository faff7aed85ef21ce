package io.prosodykit.moduletree;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.FileFault;
import io.prosodykit.files.ParallelTasks;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.ModuleFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The files of a tree, which other processors read as soon as they are found. */
final class ParallelFileReader implements ModuleFileVisitor.Listener, AutoCloseable {
  private final ParallelTasks readings = new ParallelTasks();
  private final Map<Path, Future<Read<ModuleFacts>>> code = new HashMap<>();
  private final Map<Path, Future<Read<FrontMatter>>> readmes = new HashMap<>();

  /**
   * A file that was read.
   *
   * @param told what it says; null if it cannot be read
   * @param problems what is wrong with it
   */
  record Read<T>(@Nullable T told, ImmutableList<SourceProblem> problems) {}

  @Override
  public void foundCode(Path file) {
    code.put(file, readings.begin(() -> readCode(file)));
  }

  @Override
  public void foundReadme(Path file) {
    readmes.put(file, readings.begin(() -> readReadme(file)));
  }

  /** Reads the files that no other thread has begun to read. */
  void finish() {
    readings.finish();
  }

  /** Cancels the reading of files that have not been read yet. */
  @Override
  public void close() {
    readings.close();
  }

  Read<ModuleFacts> code(Path file) throws IOException {
    return ParallelTasks.result(Objects.requireNonNull(code.get(file)));
  }

  Read<FrontMatter> readme(Path file) throws IOException {
    return ParallelTasks.result(Objects.requireNonNull(readmes.get(file)));
  }

  private static Read<ModuleFacts> readCode(Path file) {
    try {
      LuaChunk chunk = LuaChunk.read(file);
      return new Read<>(ModuleFacts.of(chunk), problems(file, chunk));
    } catch (IOException e) {
      return unreadable(file, e);
    }
  }

  private static ImmutableList<SourceProblem> problems(Path file, LuaChunk chunk) {
    return chunk.versions().isEmpty()
        ? chunk.problems().stream()
            .map(problem -> new SourceProblem(file, problem.position(), problem.message()))
            .collect(toImmutableList())
        : ImmutableList.of();
  }

  private static Read<FrontMatter> readReadme(Path file) {
    try {
      FrontMatter told = FrontMatter.read(BoundedFile.readText(file));
      return new Read<>(
          told,
          told.problem().stream()
              .map(problem -> new SourceProblem(file, problem.range().begin(), problem.message()))
              .collect(toImmutableList()));
    } catch (IOException e) {
      return unreadable(file, e);
    }
  }

  private static <T> Read<T> unreadable(Path file, IOException e) {
    return new Read<>(null, ImmutableList.of(SourceProblem.of(file, FileFault.reason(e))));
  }
}
