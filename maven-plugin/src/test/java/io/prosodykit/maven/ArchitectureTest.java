package io.prosodykit.maven;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Scanner;

@AnalyzeClasses(packages = "io.prosodykit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule goalsLeaveFormatsAndTemplatesToTheLibraries =
      noClasses()
          .that()
          .resideInAPackage("io.prosodykit.maven..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "com.github.mustachejava..");

  @ArchTest
  static final ArchRule librariesKnowNothingOfMaven =
      noClasses()
          .that()
          .resideInAPackage("io.prosodykit..")
          .and()
          .resideOutsideOfPackage("io.prosodykit.maven..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.prosodykit.maven..", "org.apache.maven..", "org.codehaus.plexus..");

  /**
   * Whoever reads a file that somebody else has made does it with {@code BoundedFile}, so that
   * neither a pipe nor a device nor a huge file hangs a goal. The others read what they have
   * written themselves, or what the system tells of a process.
   */
  @ArchTest
  static final ArchRule oneClassReadsFilesOfOthers =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.prosodykit.files..", "io.prosodykit.process..")
          .and()
          .haveNameNotMatching(".*\\.scaffold\\.(Disk|JournalLock)")
          .should()
          .callMethodWhere(
              target(owner(type(Files.class)))
                  .and(
                      target(
                          nameMatching(
                              "read(AllBytes|AllLines|String)|lines|new(InputStream|BufferedReader|ByteChannel)"))))
          .orShould()
          .callConstructorWhere(
              target(
                  owner(
                      belongToAnyOf(
                          FileInputStream.class,
                          FileReader.class,
                          RandomAccessFile.class,
                          Scanner.class))))
          .orShould()
          .callMethodWhere(
              target(owner(belongToAnyOf(FileChannel.class))).and(target(name("open"))));
}
