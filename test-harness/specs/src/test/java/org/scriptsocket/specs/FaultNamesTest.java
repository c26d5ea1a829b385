package org.scriptsocket.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PeerEnd;
import org.scriptsocket.kit.peer.Step;

/** Scripts have a name for whatever the kit can do. */
class FaultNamesTest {

    private final ServerWords server =
            new ServerWords(new Questions(Runnable::run, (function, message, complaints) -> true));
    private final FrameWords frames = new FrameWords();

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Set<String> methods(Class<?> type, Predicate<Method> which) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(which)
                .map(method -> snake(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> cases(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .map(each -> snake(each.getSimpleName()))
                .toList();
    }

    @Test
    void eachWordOfABehaviourHasItsName() {
        Set<String> all = methods(Behaviour.class, method -> method.getReturnType() == Behaviour.class);
        assertThat(all).hasSizeGreaterThan(20);
        all.remove("then"); // a word of Lua's own, and all steps have names
        assertThat(server.faults()).containsAll(all);
    }

    @Test
    void eachStepHasItsName() {
        assertThat(server.faults()).containsAll(cases(Step.class));
    }

    @Test
    void eachAnswerHasItsName() {
        List<String> all = cases(Answer.class).stream()
                .map(name -> name.equals("later") ? "answer_after" : name)
                .toList();
        assertThat(server.faults()).containsAll(all);
    }

    @Test
    void eachFrameAndEachChangeOfOneHasItsName() {
        Predicate<Method> makes =
                method -> method.getReturnType() == Frame.class || method.getReturnType() == List.class;
        Predicate<Method> isStatic = method -> Modifier.isStatic(method.getModifiers());
        assertThat(frames.makers()).containsAll(methods(Frame.class, makes.and(isStatic)));
        assertThat(frames.changeNames())
                .containsExactlyInAnyOrderElementsOf(methods(Frame.class, makes.and(isStatic.negate())));
    }

    @Test
    void eachActOnAConnectionHasItsName() {
        assertThat(server.acts()).containsAll(methods(PeerEnd.class, method -> true));
    }

    @Test
    void eachNameIsTriedInASpec() throws IOException {
        String spec;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("server_spec.lua"))) {
            spec = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Stream.of(server.faults(), server.names(), server.acts(), frames.changeNames())
                .flatMap(Set::stream)
                .forEach(name -> assertThat(spec).contains(":" + name + "("));
        frames.makers().forEach(name -> assertThat(spec).contains("frame." + name + "("));
    }
}
