package xingma.local;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
import org.openqa.selenium.remote.RemoteWebElement;
import xingma.complaint.window.Puzzle;

/**
 * A real browser, where one is installed: {@code chromium} or {@code google-chrome} beside its {@code chromedriver}.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_TIMES = 4;
    private static final Pattern AGAIN = Pattern.compile("按一次提交|Press Send (once more|again)");
    private static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final ChromeDriver driver;
    private final Scripts scripts;

    private Browser(ChromeOptions options, Path profile, Scripts scripts) {
        this.scripts = scripts;
        var browser = installed("chromium", "google-chrome", "chrome");
        var chromedriver = installed("chromedriver");
        Assumptions.assumeTrue(browser.isPresent() && chromedriver.isPresent(),
                "skipped: no chromium with chromedriver is installed here");
        options.setBinary(browser.get());
        options.addArguments(
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--lang=zh-CN",
                        "--user-data-dir=" + profile);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build(), options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
        withoutScripts();
    }

    /** A folder of its own, for a browser that somebody closes and opens again. */
    static Path profile() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "browsers").toAbsolutePath()), "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phone, held upright. */
    static Browser phone(int width, Scripts scripts) {
        return phone(width, scripts, profile());
    }

    /** @param profile what the phone still knows from before */
    static Browser phone(int width, Scripts scripts, Path profile) {
        var options = new ChromeOptions();
        options.setExperimentalOption("mobileEmulation", Map.of(
                "deviceMetrics", Map.of("width", width, "height", 720, "pixelRatio", 2.0, "touch", true)));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        return new Browser(options, profile, scripts);
    }

    /** A tablet, held across. */
    static Browser tablet() {
        var options = new ChromeOptions();
        options.setExperimentalOption("mobileEmulation", Map.of(
                "deviceMetrics", Map.of("width", 1024, "height", 768, "pixelRatio", 1.0, "touch", true)));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        return new Browser(options, profile(), Scripts.ON);
    }

    static Browser desk() {
        var options = new ChromeOptions();
        options.addArguments("--window-size=1366,900");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        return new Browser(options, profile(), Scripts.ON);
    }

    /** Whether pages may run scripts. */
    enum Scripts {
        ON,
        OFF
    }

    /**
     * The inspector's own switch, per tab. The browser's setting for sites would do as well, but with it the driver waits
     * for ever where a form is sent; so it does with this one where it clicks, hence {@link #touches}.
     */
    private void withoutScripts() {
        if (scripts == Scripts.OFF) {
            tells("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        }
    }

    private Map<String, Object> tells(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
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

    /** Runs what calls {@code done} in the end, and gives what it was called with. */
    Object waits(String script) {
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + script);
    }

    /** Waits for something to be there, and gives it. */
    WebElement sees(By what) {
        return waited(() -> driver.findElements(what).stream().filter(WebElement::isDisplayed).findFirst(),
                what.toString());
    }

    void sees(String words) {
        waited(() -> Optional.of(text()).filter(text -> text.contains(words)), words);
    }

    /**
     * Waits for a complaint's receipt. Where very much is being filed just now, as the tests before may have done, the
     * button is pressed again as the page asks, by which time a device without scripts has waited long enough.
     */
    void receives(String receipt) {
        for (var again = 0; again < MOST_TIMES; again++) {
            var shown = waited(() -> Optional.of(text()).filter(t -> t.contains(receipt) || AGAIN.matcher(t).find()), receipt);
            if (shown.contains(receipt)) {
                return;
            }
            rests(Puzzle.WAIT);
            presses(By.id("send"));
        }
        throw new AssertionError("pressed " + MOST_TIMES + " times, and not received: " + text());
    }

    private static void rests(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Presses the last button or link that says this. */
    void presses(String words) {
        var says = "[contains(normalize-space(.), '" + words + "')]";
        var path = "//button" + says + " | //a" + says + " | //summary" + says;
        waited(() -> driver.findElements(By.xpath(path)).stream()
                .filter(element -> element.isDisplayed() && element.isEnabled())
                .reduce((first, last) -> last)
                .map(this::touches), words);
    }

    /** Presses what is there. */
    void presses(By what) {
        waited(() -> driver.findElements(what).stream().filter(WebElement::isDisplayed).findFirst().map(this::touches),
                what.toString());
    }

    private WebElement touches(WebElement element) {
        if (scripts == Scripts.ON) {
            element.click();
            return element;
        }
        touches(middle(element), 1);
        return element;
    }

    private void touches(double[] at, int count) {
        for (var type : List.of("mousePressed", "mouseReleased")) {
            tells("Input.dispatchMouseEvent",
                    Map.of("type", type, "x", at[0], "y", at[1], "button", "left", "clickCount", count));
        }
    }

    /** Where on the screen an element's middle is, once it is in sight. */
    private double[] middle(WebElement element) {
        // An element's id ends in the number by which the inspector knows its node.
        var id = ((RemoteWebElement) element).getId();
        var node = Map.<String, Object>of("backendNodeId", Integer.parseInt(id.substring(id.lastIndexOf('.') + 1)));
        tells("DOM.scrollIntoViewIfNeeded", node);
        var corners = (List<?>) ((List<?>) tells("DOM.getContentQuads", node).get("quads")).getFirst();
        return new double[] {half(corners, 0, 4), half(corners, 1, 5)};
    }

    private static double half(List<?> corners, int one, int other) {
        return (((Number) corners.get(one)).doubleValue() + ((Number) corners.get(other)).doubleValue()) / 2;
    }

    /** Types into an empty field. */
    void types(By field, String words) {
        sees(field).sendKeys(words);
    }

    /** Does something in the tab that was just opened, and closes it. */
    <T> T inNewTab(Supplier<T> there) {
        var here = driver.getWindowHandle();
        waited(() -> driver.getWindowHandles().stream().filter(tab -> !tab.equals(here)).findFirst()
                .map(tab -> driver.switchTo().window(tab)), "a new tab");
        withoutScripts();
        try {
            return there.get();
        } finally {
            driver.close();
            driver.switchTo().window(here);
        }
    }

    /** Does something in the window that was just opened, which then closes by itself. */
    void inNewWindow(Runnable there) {
        var here = driver.getWindowHandle();
        waited(() -> driver.getWindowHandles().stream().filter(window -> !window.equals(here)).findFirst()
                .map(window -> driver.switchTo().window(window)), "a new window");
        there.run();
        waited(() -> Optional.of(tabs()).filter(open -> open == 1), "the window closes");
        driver.switchTo().window(here);
    }

    int tabs() {
        return driver.getWindowHandles().size();
    }

    /** The whole page as a picture, which is also kept in {@code target/pictures} for people to look at. */
    Screen looks(String name) {
        var answer = tells("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return new Screen(kept(name + ".png", (String) answer.get("data")));
    }

    /** The page as it comes out of a printer. */
    Path prints(String name) {
        var answer = tells("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false));
        kept(name + ".pdf", (String) answer.get("data"));
        return Path.of("target", "pictures", name + ".pdf");
    }

    /** What the camera of this phone makes of the page: a photo as any other. */
    byte[] photographs() {
        var answer = tells("Page.captureScreenshot", Map.of("format", "jpeg", "quality", 80));
        return Base64.getDecoder().decode((String) answer.get("data"));
    }

    private static byte[] kept(String name, String data) {
        try {
            var bytes = Base64.getDecoder().decode(data);
            Files.write(Files.createDirectories(Path.of("target", "pictures")).resolve(name), bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the page runs over the edge of the screen. */
    int overflow() {
        var script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        return ((Number) runs(script)).intValue();
    }

    /** Strikes keys wherever the focus is. */
    void strikes(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses twice before anything could have come of the first time. */
    void pressesTwice(By button) {
        if (scripts == Scripts.ON) {
            new Actions(driver).doubleClick(sees(button)).perform();
            return;
        }
        var at = middle(sees(button));
        touches(at, 1);
        touches(at, 2);
    }

    /** What stands in a field. */
    String value(By field) {
        return sees(field).getDomProperty("value");
    }

    /** Whether there is a network. */
    void reaches(boolean network) {
        tells("Network.enable", Map.of());
        tells("Network.emulateNetworkConditions",
                Map.of("offline", !network, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Waits for the browser's own page about an address that does not answer. Without scripts it shows nothing. */
    void despairs() {
        waited(() -> driver.findElements(By.tagName("body")).stream()
                .filter(page -> page.getText().isBlank() || !page.findElements(By.id("main-frame-error")).isEmpty())
                .findFirst(), "no answer");
    }

    void reloads() {
        tells("Page.reload", Map.of());
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
