package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.map;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VariablesTest {
    /** Read by the runtime, not by us. */
    private static final Set<String> OF_THE_RUNTIME = Set.of("JAVA_TOOL_OPTIONS");

    /** Told by the runtime itself. */
    private static final Set<String> BY_THE_RUNTIME = Set.of("AWS_LAMBDA_INITIALIZATION_TYPE");

    static Stream<House.Function> functions() {
        return House.functions().stream();
    }

    private static Set<String> ofAll() {
        var function = map(map(House.TEMPLATE.section("Globals").get("Function")).get("Environment"));
        return map(function.get("Variables")).keySet();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_told_what_it_reads(House.Function function) {
        var told = new TreeSet<>(ofAll());
        told.addAll(BY_THE_RUNTIME);
        told.addAll(function.ownVariables().keySet());
        var read = Uses.of(function.handler()).variables();
        assertTrue(told.containsAll(read), () -> function + " reads " + read + " and is told " + told);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_reads_what_it_alone_is_told(House.Function function) {
        var read = Uses.of(function.handler()).variables();
        var unread = new TreeSet<>(function.ownVariables().keySet());
        unread.removeAll(read);
        assertEquals(Set.of(), unread);
    }

    @Test
    void what_all_functions_are_told_is_read_by_some() {
        var unread = new TreeSet<>(ofAll());
        unread.removeAll(OF_THE_RUNTIME);
        House.functions().forEach(f -> unread.removeAll(Uses.of(f.handler()).variables()));
        assertEquals(Set.of(), unread);
    }

    @Test
    void the_environment_is_read_in_one_place() {
        var readers = new TreeSet<String>();
        Classes.OURS.stream()
                .filter(c -> c.getPackageName().matches("xingma[.](scan|register|print|complain|pages|rulebook|aws).*"))
                .forEach(c -> c.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getTarget().getName().equals("getenv"))
                        .forEach(call -> readers.add(c.getName().replaceAll("[$].*", ""))));
        readers.removeAll(Set.of("xingma.aws.Settings", "xingma.aws.Clients"));
        assertEquals(Set.of(), readers);
    }
}
