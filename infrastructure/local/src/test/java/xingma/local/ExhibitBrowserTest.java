package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import xingma.picture.Picture;

/** The console's piece for files at a clause, in a real browser, beside an expert's sheet. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ExhibitBrowserTest {
    private static final By CHOOSER = By.cssSelector("fieldset.exhibits .pick-file:last-child input");

    @TempDir
    private Path folder;

    private Path file(String name, String as) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(as), in.readAllBytes());
        }
    }

    /** As a room does that has this clause's form open. */
    private static void opens(Browser tablet, String evaluation, String clause) {
        tablet.waits("""
                (async () => {
                  const [{ exhibitsOf }, { Api }, { Session }] = await Promise.all([
                    import('/rooms/exhibits/exhibits.js'), import('/kit/api.js'), import('/kit/session.js')]);
                  const desk = { api: new Api(await Session.open()), signal: new AbortController().signal };
                  const exhibits = await exhibitsOf(desk, '/panels/%s');
                  window.part = exhibits.attach({
                    clause: '%s', named: window.named ?? [], changed: (named) => { window.named = named; } });
                  document.querySelector('fieldset.exhibits')?.remove();
                  document.querySelector('main').prepend(window.part.element);
                  done(true);
                })();
                """.formatted(evaluation, clause));
    }

    private static Object named(Browser tablet) {
        return tablet.runs("return (window.named ?? []).map(e => e.kind).join(' ')");
    }

    @Test
    void a_photo_is_sent_seen_taken_out_and_put_in_again_and_what_is_no_photo_is_refused(LocalCity city) throws Exception {
        var round = new RatingRound(city, "attached");
        var evaluation = round.drawn();
        var expert = round.experts(evaluation).getFirst();
        round.declares(expert, evaluation);
        var clause = round.clauses(expert, evaluation).getFirst().path("code").asText();
        try (var tablet = Browser.tablet()) {
            tablet.opens(city.consoleBaseUrl() + "/");
            tablet.presses("登录");
            tablet.presses(By.id(expert));
            tablet.presses(By.cssSelector("a[href='#/panels/" + evaluation + "']"));
            tablet.sees("独立评分，互不可见");
            opens(tablet, evaluation, clause);
            tablet.sees("每件最多8 MB，这一条最多6件");
            assertEquals(List.of(), tablet.barriers());

            tablet.gives(CHOOSER, file("turned-6.jpg", "我的照片.jpg"));
            tablet.sees("材料已收下");
            tablet.sees("材料1");
            assertEquals("jpeg", named(tablet));
            tablet.presses("看");
            tablet.sees(By.cssSelector(".exhibit-shown img"));
            assertEquals("16x24", tablet.waits("""
                    const picture = document.querySelector('.exhibit-shown img');
                    const tell = () => done(picture.naturalWidth + 'x' + picture.naturalHeight);
                    if (picture.complete) { tell(); } else { picture.onload = tell; picture.onerror = tell; }
                    """));
            tablet.looks("exhibit-seen");
            tablet.presses("关上");

            tablet.gives(CHOOSER, Files.write(folder.resolve("假.jpg"), "MZ program".getBytes(StandardCharsets.UTF_8)));
            tablet.sees("没有收下。文件不是");
            tablet.gives(CHOOSER, Files.write(folder.resolve("films.mp4"), new byte[] {1}));
            tablet.sees("只收JPEG、PNG、WebP照片和PDF");
            assertEquals(List.of(), tablet.barriers());
            tablet.looks("exhibits");
            assertEquals("jpeg", named(tablet));

            tablet.presses("去掉");
            tablet.sees("没有用在这里的");
            assertEquals("", named(tablet));
            opens(tablet, evaluation, clause);
            tablet.presses("放进来");
            assertEquals("jpeg", named(tablet));
            tablet.presses("去掉");
            tablet.presses("删除");
            tablet.waits("const look = () => document.querySelector('fieldset.exhibits').innerText.includes('材料1')"
                    + " ? setTimeout(look, 50) : done(true); look();");
            opens(tablet, evaluation, clause);
            tablet.sees("每件最多8 MB");
            assertTrue(!tablet.text().contains("没有用在这里的"));
        }
    }
}
