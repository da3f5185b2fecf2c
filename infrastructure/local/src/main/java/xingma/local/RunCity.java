package xingma.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the city on this machine and says where to click. */
public final class RunCity {
    /** Said plainly already, so that Maven need not: it finds the refusal and ends as failed (pom.xml). */
    static final int NOT_STARTED = 3;

    private RunCity() {}

    public static void main(String[] args) throws InterruptedException {
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if ("yes".equals(System.getProperty("city.attached"))) {
            ProcessHandle.current().parent().ifPresent(maven -> stopAfter(maven, () -> System.exit(0)));
        }
        refusal().ifPresent(RunCity::forget);
        try {
            run(Options.fromProperties(), terminal);
        } catch (Host.PortTaken taken) {
            refuse(terminal,
                    "端口 " + taken.port() + " 已被别的程序占用。换一个：-Dcity.port=9080",
                    "Port " + taken.port() + " is taken by another program. Choose another: -Dcity.port=9080");
        } catch (Options.Misuse misuse) {
            refuse(terminal, misuse.getMessage());
        } catch (RuntimeException | Error defect) {
            defect.printStackTrace(System.out);
            refuse(terminal,
                    "没有启动，原因见该城市文件夹中的 functions.log：" + defect.getMessage(),
                    "It did not start; more stands in functions.log of the city's folder.");
        }
        Thread.currentThread().join();
    }

    private static void refuse(PrintStream terminal, String... sentences) {
        for (var sentence : sentences) {
            terminal.println(sentence);
        }
        refusal().ifPresent(file -> {
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, List.of(sentences));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        System.exit(NOT_STARTED);
    }

    /** Where it is kept that the city did not start, and why; only whoever started it from Maven asks. */
    private static Optional<Path> refusal() {
        return Optional.ofNullable(System.getProperty("city.refusal")).map(Path::of);
    }

    private static void forget(Path refusal) {
        try {
            Files.deleteIfExists(refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A terminal's Ctrl-C reaches Maven and the city, but whoever stops Maven alone, as an editor does, means the city too:
     * otherwise it would stay, unseen, and keep its ports.
     */
    static void stopAfter(ProcessHandle parent, Runnable stop) {
        parent.onExit().thenRun(stop);
    }

    private static void run(Options options, PrintStream terminal) {
        var began = Instant.now();
        terminal.println("云汀市正在启动… The city is starting…");
        var log = functionsLog(options);
        var city = LocalCity.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            city.close();
            log.close();
            terminal.println("已停止，数据留在 " + options.folder() + "。 Stopped; the data stays.");
        }));
        Consumer<String> told = line -> terminal.println("  " + line);
        var sample = new SampleCity(city, told);
        var complete = played(log, terminal, () -> {
            sample.furnish(options);
            new SampleCases(city, told).file(options);
        });
        announce(city, sample, options, terminal);
        terminal.println("  " + Duration.between(began, Instant.now()).toMillis() / 100 / 10.0
                + " 秒启动完毕，Ctrl-C 停止。 Up; Ctrl-C stops it.");
        if (complete) {
            played(log, terminal, () -> new SampleStars(city, told).play(options));
        }
    }

    private static boolean played(PrintStream log, PrintStream terminal, Runnable sample) {
        try {
            sample.run();
            return true;
        } catch (Desk.Refusal refusal) {
            refusal.printStackTrace(log);
            terminal.println("  样本没有导入完，下次启动会接着做。 The sample is not complete; the next start goes on: "
                    + refusal.getMessage());
            return false;
        }
    }

    /** What functions write to their log stream goes to a file, so that the terminal stays readable. */
    private static PrintStream functionsLog(Options options) {
        try {
            Files.createDirectories(options.folder());
            var log = new PrintStream(
                    new FileOutputStream(options.folder().resolve("functions.log").toFile(), true), true,
                            StandardCharsets.UTF_8);
            System.setOut(log);
            System.setErr(log);
            return log;
        } catch (IOException e) {
            throw new Options.Misuse(options.folder() + " 不能写入。 The folder cannot be written to: " + e.getMessage());
        }
    }

    private static void announce(LocalCity city, SampleCity sample, Options options, PrintStream terminal) {
        terminal.println();
        terminal.println("  公众首页 the public's page    " + city.publicBaseUrl() + "/");
        terminal.println("  工作台   the officers' desk   " + city.consoleBaseUrl() + "/");
        terminal.println("  接口说明 the API              " + city.publicBaseUrl() + "/openapi.yaml");
        terminal.println("  函数日志 the functions' log   " + options.folder().resolve("functions.log"));
        terminal.println();
        terminal.println("  可以登录的人（不用密码） Who may sign in, without a password:");
        for (var person : city.people().all()) {
            terminal.printf("    %-14s %s  %s  %s  %s%n",
                    person.id(), person.name(), person.where(), person.work(), person.inEnglish());
        }
        terminal.println("  命令行令牌 A token for the command line:  curl -s " + city.consoleBaseUrl() + "/token/"
                + city.people().all().getFirst().id());
        sample.firstPlacard().ifPresent(address -> {
            terminal.println();
            terminal.print(TerminalCode.of(address));
            terminal.println("  扫一扫，或打开 Scan it, or open  " + address);
        });
        terminal.println();
    }
}
