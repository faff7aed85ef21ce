package io.prosodykit.growth;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loads the product and Guava again, with calls of {@link Steps#step} inserted. */
final class CountingLoader extends ClassLoader {
  private static final ImmutableList<String> COUNTED =
      ImmutableList.of("io.prosodykit.", "com.google.common.");
  private static final int API = Opcodes.ASM9;

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (COUNTED.stream().noneMatch(name::startsWith) || name.equals(Steps.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassReader reader = new ClassReader(in);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new CountedClass(writer), 0);
      byte[] code = writer.toByteArray();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class CountedClass extends ClassVisitor {
    CountedClass(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new CountedMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  /** Every loop has a jump. */
  private static final class CountedMethod extends MethodVisitor {
    CountedMethod(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      addStep();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      addStep();
      super.visitJumpInsn(opcode, label);
    }

    private void addStep() {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, Steps.class.getName().replace('.', '/'), "step", "()V", false);
    }
  }
}
