package xingma.local;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A real browser, where one is installed: {@code chromium} or {@code google-chrome} beside its {@code chromedriver}.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeOptions options) {
        var browser = installed("chromium", "google-chrome", "chrome");
        var chromedriver = installed("chromedriver");
        Assumptions.assumeTrue(browser.isPresent() && chromedriver.isPresent(),
                "skipped: no chromium with chromedriver is installed here");
        try {
            profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "browsers")
                    .toAbsolutePath()), "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.setBinary(browser.get());
        options.addArguments(
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--lang=zh-CN",
                        "--user-data-dir=" + profile);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build(), options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    /** A phone, held upright. */
    static Browser phone(int width, Scripts scripts) {
        var options = new ChromeOptions();
        options.setExperimentalOption("mobileEmulation", Map.of(
                "deviceMetrics", Map.of("width", width, "height", 720, "pixelRatio", 2.0, "touch", true)));
        options.setExperimentalOption("prefs", Map.of(
                "profile.managed_default_content_settings.javascript", scripts == Scripts.OFF ? 2 : 1,
                "intl.accept_languages", "zh-CN,zh"));
        var phone = new Browser(options);
        if (scripts == Scripts.LOST) {
            phone.driver.executeCdpCommand("Network.enable", Map.of());
            phone.driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*.js", "*.js?*")));
        }
        return phone;
    }

    static Browser desk() {
        var options = new ChromeOptions();
        options.addArguments("--window-size=1280,900");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        return new Browser(options);
    }

    /** Whether pages may run scripts. */
    enum Scripts {
        ON,
        /** Turned off: for pages that are read. The driver hangs where a form is sent. */
        OFF,
        /** They never arrive, as on a bad network or behind a filter: for pages with forms. */
        LOST
    }

    void opens(String address) {
        driver.get(address);
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    Object runs(String script) {
        return driver.executeScript(script);
    }

    /** Waits for something to be there, and gives it. */
    WebElement sees(By what) {
        return waited(() -> driver.findElements(what).stream().filter(WebElement::isDisplayed).findFirst(),
                what.toString());
    }

    void sees(String words) {
        waited(() -> Optional.of(text()).filter(text -> text.contains(words)), words);
    }

    /** Presses the button or link that says this. */
    void presses(String words) {
        var path = "//button[contains(normalize-space(.), '" + words + "')] | //a[contains(normalize-space(.), '"
                + words + "')]";
        waited(() -> driver.findElements(By.xpath(path)).stream()
                .filter(element -> element.isDisplayed() && element.isEnabled())
                .reduce((first, last) -> last)
                .map(element -> {
                    element.click();
                    return element;
                }), words);
    }

    /** Strikes keys wherever the focus is. */
    void strikes(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses twice before anything could have come of the first time. */
    void pressesTwice(By button) {
        new Actions(driver).doubleClick(sees(button)).perform();
    }

    void writes(By field, String words) {
        var control = sees(field);
        control.clear();
        control.sendKeys(words);
    }

    void chooses(By list, String value) {
        sees(list).findElement(By.cssSelector("option[value='" + value + "']")).click();
    }

    void gives(By input, Path file) {
        driver.findElement(input).sendKeys(file.toAbsolutePath().toString());
    }

    /** What axe finds against WCAG 2.2 AA, each in a line. */
    List<String> barriers() {
        return new AxeBuilder().withTags(LEVEL_AA).analyze(driver).getViolations().stream()
                .map(Browser::line)
                .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(n -> n.getHtml()).toList();
    }

    private <T> T waited(Look<T> look, String what) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var found = look.at();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (StaleElementReferenceException | NoSuchElementException redrawn) {
                // The page was drawn anew between two looks.
            } catch (WebDriverException gone) {
                if (!gone.getRawMessage().contains("does not belong to the document")) {
                    throw gone;
                }
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("not seen: " + what + "\n" + driver.getCurrentUrl() + "\n" + text());
    }

    private interface Look<T> {
        Optional<T> at();
    }

    private static Optional<File> installed(String... names) {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> new File(folder, name)))
                .filter(((Predicate<File>) File::isFile).and(File::canExecute))
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
