package org.scriptsocket.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** docs/ARCHITECTURE.md: arrows between modules point down only, and an injector is seen in modules only. */
@AnalyzeClasses(packages = "org.scriptsocket", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

    private static final String JETTY = "org.scriptsocket.jetty..";
    private static final String JDK = "org.scriptsocket.jdk..";
    private static final String LUA = "org.scriptsocket.lua..";
    private static final String KIT = "org.scriptsocket.kit..";
    private static final String SPECS = "org.scriptsocket.specs..";
    private static final String RUNNER = "org.scriptsocket.runner..";
    private static final String[] API = {
        "org.scriptsocket",
        "org.scriptsocket.script..",
        "org.scriptsocket.websocket..",
        "org.scriptsocket.transport..",
        "org.scriptsocket.policy.."
    };

    @ArchTest
    static final ArchRule the_api_knows_nobody =
            from(API, JETTY, JDK, LUA, KIT, SPECS, RUNNER, "org.eclipse.jetty..", "org.luaj..");

    @ArchTest
    static final ArchRule the_transport_knows_the_api_only = from(JETTY, JDK, LUA, KIT, SPECS, RUNNER, "org.luaj..");

    @ArchTest
    static final ArchRule the_transport_of_the_jdk_knows_the_api_only =
            from(JDK, JETTY, LUA, KIT, SPECS, RUNNER, "org.eclipse.jetty..", "org.luaj..");

    @ArchTest
    static final ArchRule the_engine_knows_the_api_only =
            from(LUA, JETTY, JDK, KIT, SPECS, RUNNER, "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule the_kit_knows_neither_jetty_nor_lua =
            from(KIT, JETTY, JDK, LUA, SPECS, RUNNER, "org.eclipse.jetty..", "org.luaj..");

    @ArchTest
    static final ArchRule the_specs_know_neither_jetty_nor_the_command_line =
            from(SPECS, JETTY, JDK, RUNNER, "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule guice_is_seen_in_modules_only = noClasses()
            .that()
            .haveNameNotMatching(".*Module(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

    private static ArchRule from(String origin, String... targets) {
        return from(new String[] {origin}, targets);
    }

    private static ArchRule from(String[] origins, String... targets) {
        return noClasses()
                .that()
                .resideInAnyPackage(origins)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(targets);
    }
}
