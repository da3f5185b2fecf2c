package xingma.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackTest {
    private final Stack stack = Stack.of(Path.of("src/test/resources/parent.yaml"), "t-", Map.of("Place", "songyu"));

    @Test
    void a_parameter_reaches_the_nested_stack() {
        var shelf = stack.resources("AWS::S3::Bucket").getFirst();

        assertEquals(List.of(Map.of("Key", "place", "Value", "of-songyu")), shelf.properties().get("Tags"));
        assertEquals("t-shelf", shelf.name());
    }

    @Test
    void an_output_of_the_nested_stack_names_its_table() {
        var environment = Template.map(stack.globals("Function").get("Environment"));

        assertEquals(Map.of("TABLE", "t-Books", "BASE", "https://xm.songyu.example"), environment.get("Variables"));
    }

    @Test
    void a_resource_whose_condition_fails_does_not_stand() {
        assertEquals(List.of("Shelf"), stack.resources("AWS::S3::Bucket").stream().map(Stack.Resource::id).toList());
    }

    @Test
    void an_unknown_output_is_refused_by_name() {
        assertThrows(IllegalArgumentException.class, () -> stack.output("Nowhere"));
    }
}
