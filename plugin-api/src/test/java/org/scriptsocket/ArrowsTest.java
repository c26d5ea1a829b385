package org.scriptsocket;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** DESIGN 1: inside plugin-api the arrows point down, and it needs the JDK, SLF4J and JSpecify only. */
@AnalyzeClasses(packages = "org.scriptsocket", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

    @ArchTest
    static final ArchRule packages_depend_downwards_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy("org.scriptsocket")
            .layer("script")
            .definedBy("org.scriptsocket.script")
            .layer("websocket")
            .definedBy("org.scriptsocket.websocket")
            .layer("transport")
            .definedBy("org.scriptsocket.transport")
            .layer("policy")
            .definedBy("org.scriptsocket.policy")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("script")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("websocket")
            .mayOnlyBeAccessedByLayers("root", "script")
            .whereLayer("transport")
            .mayOnlyBeAccessedByLayers("root", "script", "websocket");

    @ArchTest
    static final ArchRule nothing_else_is_needed = classes()
            .that(resideInAPackage("org.scriptsocket.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.scriptsocket..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.script..",
                    "org.slf4j..",
                    "org.jspecify.."));
}
