package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in a browser, where alone it shows whether what is hostile comes to life. */
class ReportInBrowserTest {
  private static final int ATTACKS = 56;
  private static final int LARGE = 54;

  private static final int PAUSED = 13;

  /** Whether the recovered error stands among the other events by its time, with its picture. */
  private static final String IN_PLACE =
      """
      const events = [...document.querySelectorAll('.timeline > li')];
      const at = events.findIndex(e => e.className === 'recovered');
      const times = events.map(e => Date.parse(e.querySelector('time').dateTime));
      return at > 0 && at < events.length - 1
        && times.every((t, i) => i === 0 || times[i - 1] <= t)
        && events[at].innerText.includes('XPATH_INCORRECT')
        && events[at].innerText.includes('To do:')
        && events[at].querySelector('a.nearest[href="#s3"] img') !== null""";

  /** Texts whose contrast with what is behind them is below 4.5, the bound of WCAG 2 for AA. */
  private static final String FAINT =
      """
      const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
      const light = c => {
        const [r, g, b] = rgb(c).map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = e => {
        for (; e; e = e.parentElement) {
          const c = getComputedStyle(e).backgroundColor;
          if (rgb(c).length === 3) return c;
        }
        return 'rgb(255, 255, 255)';
      };
      return [...document.querySelectorAll('body *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .filter(e => {
          const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05) < 4.5;
        })
        .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30))
        .join('; ')""";

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  /** What a test has told the browser is forgotten before the next. */
  @BeforeEach
  void asADeskHasIt() throws Exception {
    browser.resize(1200, 800);
    browser.emulateMedia("screen");
    browser.prefer("light");
    browser.complaints();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path report(String run) {
    Path file = folder.resolve(run + ".html");
    new Program().run("report", "--sandbox", run, "--to", file.toString());
    return file;
  }

  private static void open(String run) throws Exception {
    browser.open(report(run).toUri().toString());
  }

  private static long number(String script) throws IOException, InterruptedException {
    return browser.ask("return " + script).asLong(-1);
  }

  private static String nothingThatRuns() {
    return """
        [...document.querySelectorAll('*')].filter(e =>
          ['SCRIPT','IFRAME','OBJECT','EMBED','LINK','FORM','BASE','SVG','svg'].includes(e.tagName)
          || [...e.attributes].some(a => a.name.startsWith('on')
            || a.name === 'style'
            || (['href','src'].includes(a.name)
              && !/^(#|data:(image|video)\\/|data:application\\/octet-stream;)/.test(a.value))))
          .length""";
  }

  private static boolean allPicturesDecode() throws IOException, InterruptedException {
    String script =
        """
        const end = arguments[arguments.length - 1];
        const pictures = [...document.images];
        pictures.forEach(p => p.loading = 'eager');
        Promise.all(pictures.map(p => p.decode().then(() => 1, () => 0)))
          .then(good => end(good.length > 7 && good.every(g => g === 1)));""";
    return browser.await(script).asBoolean();
  }

  private static boolean allRecordingsHaveALength() throws IOException, InterruptedException {
    String script =
        """
        const end = arguments[arguments.length - 1];
        const films = [...document.querySelectorAll('video')];
        Promise.all(films.map(f => new Promise(done => {
          if (f.readyState > 0) done(f.duration);
          f.onloadedmetadata = () => done(f.duration);
          f.onerror = () => done(0);
        }))).then(lengths => end(lengths.length === 2 && lengths.every(l => l > 1)));""";
    return browser.await(script).asBoolean();
  }

  @Test
  void showsAttacksAndRunsNone() throws Exception {
    open(Program.run(ATTACKS));

    assertThat(
            browser.ask("return document.documentElement.dataset.pwned || window.pwned").isNull())
        .as("nothing of the payloads ran")
        .isTrue();
    assertThat(number(nothingThatRuns())).as("elements that could do something").isZero();
    assertThat(browser.ask("return document.body.innerText").asText())
        .as("payloads are shown")
        .contains("<script>")
        .contains("onerror=");
    assertThat(browser.complaints()).as("the policy had nothing to stop").isEmpty();
  }

  /** Else the test above could not fail. */
  @Test
  void theseAttacksRunWhereNothingIsEscaped() throws Exception {
    Path page = folder.resolve("control.html");
    String html = Files.readString(report(Program.run(ATTACKS)));
    String open =
        html.replaceFirst("<meta http-equiv=[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'");
    Files.writeString(page, open, StandardCharsets.UTF_8);

    browser.open(page.toUri().toString());

    assertThat(browser.ask("return document.documentElement.dataset.pwned || null").asText())
        .isNotEmpty();
    assertThat(number(nothingThatRuns())).isPositive();
    browser.complaints();
  }

  @Test
  void thePolicyStopsWhatGetsPastTheTemplate() throws Exception {
    Path page = folder.resolve("injected.html");
    String html = Files.readString(report(Program.run(1)));
    String attack = "<script>document.documentElement.dataset.pwned='1'</script></main>";
    Files.writeString(page, html.replace("</main>", attack), StandardCharsets.UTF_8);

    browser.open(page.toUri().toString());

    assertThat(number("document.scripts.length")).isPositive();
    assertThat(browser.ask("return document.documentElement.dataset.pwned || null").isNull())
        .isTrue();
    assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void picturesAndRecordingsOfTheDemonstrationAreThere() throws Exception {
    open(Program.run(1));

    assertThat(allPicturesDecode()).as("every picture decodes").isTrue();
    assertThat(allRecordingsHaveALength()).as("every recording has a length").isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aScreenshotOpensLargeAndLeadsToTheNextAndBack() throws Exception {
    open(Program.run(1));
    String width = "document.querySelector('#s1 img').getBoundingClientRect().width";
    long small = number(width);

    browser.ask("document.querySelector('#s1 .open').click()");
    assertThat(number(width)).isGreaterThan(2 * small);

    browser.ask("[...document.querySelectorAll('#s1 nav a')].pop().click()");
    assertThat(browser.ask("return location.hash").asText()).isEqualTo("#s2");
    assertThat(number(width)).isEqualTo(small);

    browser.ask("document.querySelector('#s2 nav a[href=\"#screenshots\"]').click()");
    assertThat(browser.ask("return document.querySelector('.shot:target')").isNull()).isTrue();
  }

  @Test
  void fitsATelephone() throws Exception {
    for (int run : new int[] {1, ATTACKS}) {
      Path file = report(Program.run(run));
      browser.resize(360, 740);
      browser.open(file.toUri().toString());

      assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    }
  }

  @Test
  void isDarkWhereThatIsPreferred() throws Exception {
    open(Program.run(1));
    String background = "return getComputedStyle(document.body).backgroundColor";

    browser.prefer("light");
    String light = browser.ask(background).asText();
    browser.prefer("dark");

    assertThat(browser.ask(background).asText()).isNotEqualTo(light);
  }

  @Test
  void errorsStandInPlaceWithTheNearestScreenshot() throws Exception {
    open(Program.run(1));

    assertThat(browser.ask(IN_PLACE).asBoolean()).isTrue();
  }

  /** By a manifest that says that everything is large, for nothing else is asked. */
  @Test
  void mediaBeyondTheLimitAreShownFromTheArchive() throws Exception {
    Path archive = folder.resolve("large evidence #1");
    Path file = folder.resolve("beside.html");
    new Program().run("archive", "--sandbox", "--to", archive.toString());
    Path manifest = archive.resolve("manifest.json");
    String large = "\"size\" : 60000000";
    Files.writeString(manifest, Files.readString(manifest).replaceAll("\"size\" : \\d+", large));
    new Program().run("report", "--archive", archive.toString(), "--to", file.toString());

    browser.open(file.toUri().toString());

    assertThat(file).content().doesNotContain("base64");
    assertThat(allPicturesDecode()).as("every picture decodes").isTrue();
    assertThat(allRecordingsHaveALength()).as("every recording has a length").isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void textStandsOutInBothSchemes() throws Exception {
    for (int run : new int[] {1, PAUSED, ATTACKS}) {
      open(Program.run(run));
      for (String scheme : new String[] {"light", "dark"}) {
        browser.prefer(scheme);

        assertThat(browser.ask(FAINT).asText()).as("run %d, %s", run, scheme).isEmpty();
      }
    }
  }

  @Test
  void printsWhatIsFolded() throws Exception {
    open(Program.run(1));
    browser.ask("document.querySelectorAll('details').forEach(d => d.open = false)");
    String seen = "return document.querySelector('td').checkVisibility()";
    assertThat(browser.ask(seen).asBoolean()).isFalse();

    browser.emulateMedia("print");

    assertThat(browser.ask(seen).asBoolean()).isTrue();
  }

  /** Five thousand screenshots; the bound is far above what it takes, so that it is no race. */
  @Test
  void aLargeRunOpens() throws Exception {
    open(Program.run(LARGE));

    assertThat(number("document.querySelectorAll('figure.shot img').length")).isEqualTo(5_000);
    System.out.println(
        "a report of 5,000 screenshots opens in "
            + number("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")
            + " ms");
    assertThat(browser.complaints()).isEmpty();
  }
}
