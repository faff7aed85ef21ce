package io.prosodykit.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
}
