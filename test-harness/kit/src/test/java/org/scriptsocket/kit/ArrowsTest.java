package org.scriptsocket.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.scriptsocket.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule serverAndMemoryLoadWithoutJUnit = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.scriptsocket.kit",
                    "org.scriptsocket.kit.peer",
                    "org.scriptsocket.kit.server",
                    "org.scriptsocket.kit.memory")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.junit..", "org.assertj..", "org.scriptsocket.kit.contract", "org.scriptsocket.kit.junit");

    @ArchTest
    static final ArchRule peersKnowNeitherServerNorMemory = noClasses()
            .that()
            .resideInAPackage("org.scriptsocket.kit.peer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.scriptsocket.kit.server", "org.scriptsocket.kit.memory");

    @ArchTest
    static final ArchRule theKitKnowsNoEngineAndNoTransport = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.scriptsocket.jetty..", "org.scriptsocket.lua..", "org.eclipse.jetty..", "org.luaj..");
}
