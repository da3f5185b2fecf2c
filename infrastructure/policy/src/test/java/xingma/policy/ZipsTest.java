package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZipsTest {
    private static final long LARGEST_SCAN = 10 * 1024 * 1024;
    private static final long LARGEST_UPLOAD = 50 * 1024 * 1024;
    private static final List<String> NOT_IN_A_SCAN = List.of(
            "jackson-databind", "zxing", "core-3.", "pdfbox", "fontbox", "poi", "fastexcel", "commons-csv", "s3-", "kms-", "aws-lambda-java-events");

    static Stream<String> zips() {
        return House.functions().stream().map(House.Function::zip).distinct();
    }

    private static List<? extends ZipEntry> entries(String zip) throws IOException {
        var file = House.ROOT.resolve(zip);
        assumeTrue(Files.exists(file), () -> zip + " is built by ./mvnw package");
        try (var opened = new ZipFile(file.toFile())) {
            return opened.stream().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("zips")
    void a_zip_has_the_handlers_at_its_root_jars_in_lib_and_fits(String zip) throws IOException {
        var names = entries(zip).stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        House.functions().stream()
                .filter(f -> f.zip().equals(zip))
                .forEach(f -> assertTrue(names.contains(f.handler().replace('.', '/') + ".class"), f.id()));
        assertTrue(names.stream().filter(n -> n.endsWith(".jar")).allMatch(n -> n.matches("lib/[^/]+")));
        assertTrue(Files.size(House.ROOT.resolve(zip)) <= LARGEST_UPLOAD);
    }

    @ParameterizedTest
    @MethodSource("zips")
    void a_zip_brings_the_native_client_for_arm_once(String zip) throws IOException {
        var names = entries(zip).stream().map(ZipEntry::getName).toList();
        assertEquals(
                List.of("lib/libaws-crt-jni.so"),
                names.stream().filter(n -> n.matches(".*[.](so|dll|dylib|jnilib)")).toList());
        assertEquals(List.of(), names.stream().filter(n -> n.startsWith("lib/aws-crt-0")).toList());
        assertTrue(names.contains("software/amazon/awssdk/crt/CRT.class"));
    }

    @ParameterizedTest
    @MethodSource("zips")
    void a_zip_ships_nothing_of_the_laptop_or_the_tests(String zip) throws IOException {
        for (var entry : entries(zip)) {
            var name = entry.getName().toLowerCase(java.util.Locale.ROOT);
            for (var foreign : List.of("dynamodblocal", "sqlite", "s3proxy", "junit", "archunit", "netty", "-tests.jar", "lombok")) {
                assertTrue(!name.contains(foreign), entry.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zips")
    void a_library_is_there_in_one_version(String zip) throws IOException {
        var versions = new HashMap<String, String>();
        for (var entry : entries(zip)) {
            var jar = entry.getName();
            if (jar.endsWith(".jar")) {
                // The register's core and the one of zxing share a name and differ in their numbers.
                var library = jar.replaceAll("-[0-9][0-9.]*.*[.]jar$", "") + (jar.contains("core-3.") ? " of zxing" : "");
                var before = versions.put(library, jar);
                assertEquals(null, before, jar);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zips")
    void a_zip_is_the_same_whenever_it_is_built(String zip) throws IOException {
        var times = entries(zip).stream().map(e -> e.getTimeLocal().toLocalDate().toString()).distinct().toList();
        assertEquals(List.of("2026-11-21"), times);
    }

    @Test
    void the_scan_is_light_and_without_officers_libraries() throws IOException {
        var scan = "functions/scan/target/scan.zip";
        for (var entry : entries(scan)) {
            var name = entry.getName().replaceFirst("^lib/", "");
            assertTrue(NOT_IN_A_SCAN.stream().noneMatch(name::startsWith), entry.getName());
        }
        assertTrue(Files.size(House.ROOT.resolve(scan)) <= LARGEST_SCAN);
    }
}
