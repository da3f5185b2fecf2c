package xingma.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The jars of each function that is measured. Ours come from the zips that are deployed; only the native library of
 * the HTTP client is exchanged for this machine's.
 */
final class FunctionFiles {
    private final Path work;
    private final Path functions;
    private final Path benchJar;
    private final List<Path> classPath;

    /** @param functions the folder of the deployables, with what was built of them */
    FunctionFiles(Path work, Path functions, Path benchJar) {
        this.work = work;
        this.functions = functions;
        this.benchJar = benchJar;
        this.classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The runtime interface client and what it needs. */
    List<Path> client() {
        return jars(name -> name.startsWith("aws-lambda-java-runtime-interface-client")
                || name.startsWith("aws-lambda-java-core")
                || name.startsWith("aws-lambda-java-serialization")
                || name.startsWith("utils-lite"));
    }

    Function echo() {
        return new Function("echo", "xingma.bench.Echo", List.of(benchJar), List.of());
    }

    Function ordinary() {
        // Everything an ordinary project would ship; the CRT client is not on its class path.
        var jars = new ArrayList<>(jars(name -> !name.startsWith("aws-lambda-java-runtime")
                && !name.startsWith("aws-lambda-java-serialization")
                && !name.startsWith("aws-crt")
                && !isOurs(name)
                && !isEngine(name)));
        jars.add(benchJar);
        return new Function("ordinary", "xingma.bench.Ordinary", jars, List.of());
    }

    Function scan() throws IOException {
        return shipped("scan", "scan", "xingma.scan.ResolvePlacard");
    }

    Function file() throws IOException {
        return shipped("file", "complain", "xingma.complain.FileComplaint");
    }

    private Function shipped(String function, String module, String handler) throws IOException {
        var folder = folder(function + "-zip");
        unpack(functions.resolve(module).resolve("target").resolve(module + ".zip"), folder);
        var lib = folder.resolve("lib");
        var jars = new ArrayList<Path>();
        jars.add(classesAsJar(function, folder));
        try (var listed = Files.list(lib)) {
            listed.filter(p -> p.toString().endsWith(".jar"))
                    .filter(p -> !p.getFileName().toString().matches("aws-crt-[0-9].*"))
                    .sorted()
                    .forEach(jars::add);
        }
        var crt = jars(name -> name.matches("aws-crt-[0-9].*linux-x86_64.*|aws-crt-[0-9].*linux-aarch_64.*"));
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var crtHere = crt.stream().filter(p -> p.toString().contains(machine)).findFirst().orElseThrow();
        jars.add(crtHere);
        var natives = folder(function + "-natives");
        unpackNative(crtHere, natives);
        return new Function(function, handler, jars, List.of("-Djava.library.path=" + natives));
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name));
    }

    private List<Path> jars(Predicate<String> named) {
        return classPath.stream()
                .filter(p -> p.toString().endsWith(".jar") && named.test(p.getFileName().toString()))
                .toList();
    }

    private static boolean isOurs(String name) {
        return name.matches("(core|rulebook|aws|sheets|pages|scan|register|print|complain|sample|engines)-0\\.1\\.0\\.jar");
    }

    private static boolean isEngine(String name) {
        return name.matches("(DynamoDBLocal|s3proxy|sqlite4java|jetty|kotlin|pdfbox|fontbox|fastexcel).*");
    }

    /** The AOT cache takes classes from jars only, so the zip's own classes are put into one. */
    private Path classesAsJar(String name, Path folder) throws IOException {
        var jar = work.resolve(name + "-classes.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(p -> !p.startsWith(folder.resolve("lib")))
                    .sorted()
                    .forEach(p -> {
                        try {
                            out.putNextEntry(new ZipEntry(
                                    folder.relativize(p).toString().replace(File.separatorChar, '/')));
                            Files.copy(p, out);
                            out.closeEntry();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return jar;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && target.startsWith(folder)) {
                    Files.createDirectories(target.getParent());
                    Files.write(target, in.readAllBytes());
                }
            }
        }
    }

    private static void unpackNative(Path jar, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith("/glibc/libaws-crt-jni.so")) {
                    Files.write(folder.resolve("libaws-crt-jni.so"), in.readAllBytes());
                    return;
                }
            }
        }
        throw new IllegalStateException("no native library in " + jar.getFileName());
    }

    /** A function as it is started: its handler, its jars and the flags it needs. */
    record Function(String name, String handler, List<Path> jars, List<String> flags) {}
}
