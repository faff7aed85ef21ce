package io.prosodykit.moduletree;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.FileFault;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.module.DocumentProblem;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.ModuleFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** The files of a tree, which other processors read as soon as they are found. */
final class ParallelFileReader implements ModuleFileVisitor.Listener {
  private final List<FutureTask<?>> readings = new ArrayList<>();
  private final Map<Path, FutureTask<Read<ModuleFacts>>> code = new HashMap<>();
  private final Map<Path, FutureTask<Read<FrontMatter>>> readmes = new HashMap<>();

  /**
   * A file that was read.
   *
   * @param told what it says; null if it cannot be read
   * @param problems what is wrong with it
   */
  record Read<T>(@Nullable T told, ImmutableList<SourceProblem> problems) {}

  @Override
  public void foundCode(Path file) {
    code.put(file, begin(new CodeReading(file)));
  }

  @Override
  public void foundReadme(Path file) {
    readmes.put(file, begin(new ReadmeReading(file)));
  }

  private <T> FutureTask<Read<T>> begin(Callable<Read<T>> reading) {
    FutureTask<Read<T>> task = new FutureTask<>(reading);
    readings.add(task);
    ForkJoinPool.commonPool().execute(task);
    return task;
  }

  /** Reads the files that no other thread has begun to read. */
  void finish() {
    for (FutureTask<?> reading : readings) {
      // does nothing if another thread is doing it, or has done it
      reading.run();
    }
  }

  /** Cancels the reading of files that have not been read yet. */
  void abandon() {
    for (FutureTask<?> reading : readings) {
      reading.cancel(false);
    }
  }

  Read<ModuleFacts> code(Path file) {
    return result(code.get(file));
  }

  Read<FrontMatter> readme(Path file) {
    return result(readmes.get(file));
  }

  private static <T> Read<T> result(@Nullable FutureTask<Read<T>> reading) {
    try {
      return Objects.requireNonNull(reading).get();
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while modules were read");
    }
  }

  /** Reads Lua source. */
  private record CodeReading(Path file) implements Callable<Read<ModuleFacts>> {
    @Override
    public Read<ModuleFacts> call() {
      try {
        LuaChunk chunk = LuaChunk.read(file);
        return new Read<>(ModuleFacts.of(chunk), problems(chunk));
      } catch (IOException e) {
        return unreadable(file, e);
      }
    }

    private ImmutableList<SourceProblem> problems(LuaChunk chunk) {
      if (!chunk.versions().isEmpty()) {
        return ImmutableList.of();
      }
      ImmutableList.Builder<SourceProblem> problems = ImmutableList.builder();
      for (LuaProblem problem : chunk.problems()) {
        problems.add(new SourceProblem(file, problem.position(), problem.message()));
      }
      return problems.build();
    }
  }

  /** Reads the front matter of a README. */
  private record ReadmeReading(Path file) implements Callable<Read<FrontMatter>> {
    @Override
    public Read<FrontMatter> call() {
      try {
        FrontMatter told = FrontMatter.read(BoundedFile.readText(file));
        return new Read<>(
            told, told.problem().stream().map(this::problem).collect(toImmutableList()));
      } catch (IOException e) {
        return unreadable(file, e);
      }
    }

    private SourceProblem problem(DocumentProblem problem) {
      return new SourceProblem(file, problem.position(), problem.message());
    }
  }

  private static <T> Read<T> unreadable(Path file, IOException e) {
    return new Read<>(null, ImmutableList.of(SourceProblem.of(file, FileFault.reason(e))));
  }
}
