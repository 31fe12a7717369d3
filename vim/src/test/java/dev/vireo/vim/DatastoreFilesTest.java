package dev.vireo.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.file.ByteRange;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.file.Download;
import dev.vireo.vim.file.FileStatus;
import dev.vireo.vim.file.TransferOptions;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.transport.TransferBody;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that stream, over connections that break. */
class DatastoreFilesTest {

  private static final DatastoreFile FILE =
      new DatastoreFile("ha-datacenter", "datastore1", "web/a 1.iso");
  private static final String TEN = "0123456789";

  private final SkippedTime time = new SkippedTime();
  private final FileHost host = new FileHost(ascii(TEN));
  private final ScriptedVim server = new ScriptedVim("8.0.3.0").withFiles(host);
  private final VimClient client = server.client(time.options());
  private final DatastoreFiles files = new DatastoreFiles(client);

  @AfterEach
  void nothingIsLeftOpen() {
    client.close();
    assertThat(host.open()).isZero();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private Download open(ByteRange range) {
    return Objects.requireNonNull(files.open(FILE, range, TransferOptions.DEFAULT));
  }

  private String read(ByteRange range) throws Exception {
    try (Download download = open(range)) {
      return new String(download.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static TransportException failure(ThrowingCallable call) {
    return catchThrowableOfType(TransportException.class, call);
  }

  @Test
  void aFileIsReadByOneRequestWithoutARange() throws Exception {
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(host.askedRanges()).containsExactly((String) null);
    assertThat(host.requests().getFirst().path())
        .isEqualTo("/folder/web/a%201.iso?dcPath=ha-datacenter&dsName=datastore1");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 234, bytes=2-4",
    "7, -1, 789, bytes=7-",
    "7, 99, 789, bytes=7-105",
    "0, 1, 0, bytes=0-0",
    "0, 10, 0123456789, bytes=0-9",
  })
  void aPartIsReadByItsRange(long offset, long length, String part, String asked)
      throws Exception {
    assertThat(read(new ByteRange(offset, length))).isEqualTo(part);
    assertThat(host.askedRanges()).containsExactly(asked);
  }

  @Test
  void behindTheEndIsNothing() throws Exception {
    assertThat(read(ByteRange.from(10))).isEmpty();
    assertThat(read(new ByteRange(10, 5))).isEmpty();
    assertThatThrownBy(() -> open(ByteRange.from(11)))
        .isInstanceOf(ProtocolException.class)
        .hasMessage(
            "The file '[datastore1] web/a 1.iso' has only 10 bytes: there is nothing at byte 11.");
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "0, -2", "9223372036854775807, 1"})
  void aPartHasItsLimits(long offset, long length) {
    assertThatThrownBy(() -> new ByteRange(offset, length))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServerWithoutRangesGivesThePartAllTheSame() throws Exception {
    host.withoutRanges();
    assertThat(read(new ByteRange(2, 3))).isEqualTo("234");
    assertThat(read(ByteRange.from(8))).isEqualTo("89");
    assertThatThrownBy(() -> open(ByteRange.from(11))).hasMessageContaining("only 10 bytes");
  }

  @Test
  void aFileThatIsNotThereIsNull() {
    host.become(null, null, null);
    assertThat(files.open(FILE)).isNull();
    assertThat(files.status(FILE)).isNull();
    assertThat(files.delete(FILE)).isFalse();
  }

  @Test
  void anotherPartThanAskedForIsRefused() {
    host.then(
        request ->
            host.answer(
                206, Map.of("content-range", "bytes 1-3/10"), ascii("123"), 99, Kind.CUT_OFF));
    assertThatThrownBy(() -> open(new ByteRange(2, 3)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("another part: bytes 1-3/10");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aDownloadGoesOnWhereItWasCut(int after) throws Exception {
    host.thenCut(after);
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(host.askedRanges())
        .containsExactly(null, "bytes=" + after + "-9");
  }

  @Test
  void aDownloadMayBeCutBetweenAnyTwoBytes() throws Exception {
    for (int i = 0; i < 10; i++) {
      host.thenCut(1);
    }
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(host.requests()).hasSize(10);
    assertThat(time.slept()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aPartGoesOnWhereItWasCut(int after) throws Exception {
    host.thenCut(after).thenCut(0);
    assertThat(read(new ByteRange(3, 4))).isEqualTo("3456");
    assertThat(host.askedRanges().getLast()).isEqualTo("bytes=" + (3 + after) + "-6");
  }

  /** Servers without ranges send it from the start. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9})
  void aDownloadWithoutRangesGoesOnToo(int after) throws Exception {
    host.withoutRanges().thenCut(after);
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
  }

  @Test
  void anAnswerThatIsShorterThanItsPartIsContinued() throws Exception {
    host.thenCut(2)
        .then(
            request ->
                host.answer(
                    206,
                    Map.of("content-range", "bytes 2-9/10", "etag", "\"1\""),
                    ascii("234"),
                    99,
                    Kind.CUT_OFF));
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(host.askedRanges()).containsExactly(null, "bytes=2-9", "bytes=5-9");
  }

  @Test
  void aServerInTroubleIsAskedAgain() throws Exception {
    host.thenCut(4).thenStatus(500).thenStatus(503);
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(time.slept()).isPositive();
  }

  @Test
  void goingOnInVainEnds() throws Exception {
    host.thenCut(4);
    for (int i = 0; i < 20; i++) {
      host.thenCut(0);
    }
    List<Long> left = new ArrayList<>();
    try (Download download = open(ByteRange.ALL)) {
      TransportException failure = failure(download::readAllBytes);
      left.add(download.position());
      left.add(download.left());
      assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(failure)
          .hasMessage(
              "Reading the file '[datastore1] web/a 1.iso' broke off at byte 4 of 10: cut. It can"
                  + " be read on from there.");
    }
    assertThat(left).containsExactly(4L, 6L);
    assertThat(host.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMED_OUT", "INTERRUPTED", "CLOSED", "TLS_FAILED"})
  void whatIsNoCutIsNotContinued(Kind kind) throws Exception {
    host.then(request -> host.answer(request, 4, kind));
    try (Download download = open(ByteRange.ALL)) {
      assertThat(failure(download::readAllBytes).kind()).isEqualTo(kind);
    }
    assertThat(host.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij, '\"2\"', 1",
    "abcdefghij, , 2",
    "abcdefghijk, '\"1\"', 1",
    "abc, '\"1\"', 1",
    "abc, , ",
    ", , "
  })
  void anotherFileIsNotTakenForTheRest(String content, String etag, String modified)
      throws Exception {
    host.become(ascii(TEN), "\"1\"", "1").thenCut(4);
    try (Download download = open(ByteRange.ALL)) {
      assertThat(download.readNBytes(4)).isEqualTo(ascii("0123"));
      host.become(content == null ? null : ascii(content), etag, modified);
      TransportException failure = failure(download::readAllBytes);
      assertThat(failure.kind()).isEqualTo(Kind.CHANGED);
      assertThat(failure.mayHaveTakenEffect()).isFalse();
      assertThat(failure)
          .hasMessageStartingWith(
              "The file '[datastore1] web/a 1.iso' changed while it was read, at byte 4: ")
          .hasMessageEndingWith("Read it again from the start.");
    }
  }

  @Test
  void anotherFileIsNotTakenForTheRestWithoutRanges() throws Exception {
    host.withoutRanges().thenCut(4);
    try (Download download = open(ByteRange.ALL)) {
      assertThat(download.readNBytes(4)).isEqualTo(ascii("0123"));
      host.become(ascii("abcdefghij"), "\"2\"", null);
      assertThat(failure(download::readAllBytes).kind()).isEqualTo(Kind.CHANGED);
    }
  }

  @Test
  void aHostThatSaysNothingOfTheFileIsBelieved() throws Exception {
    host.become(ascii(TEN), null, null).thenCut(4);
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
  }

  @Test
  void aDownloadKnowsItsPlace() throws Exception {
    try (Download download = open(new ByteRange(2, 5))) {
      assertThat(download.position()).isEqualTo(2);
      assertThat(download.left()).isEqualTo(5);
      assertThat(download.status())
          .isEqualTo(new FileStatus(10, "\"1\"", "Sat, 01 Jan 2022 00:00:00 GMT"));
      assertThat(download.read()).isEqualTo('2');
      assertThat(download.position()).isEqualTo(3);
      assertThat(download.left()).isEqualTo(4);
    }
  }

  @Test
  void theStatusIsToldWithoutTheFile() {
    assertThat(files.status(FILE))
        .isEqualTo(new FileStatus(10, "\"1\"", "Sat, 01 Jan 2022 00:00:00 GMT"));
    host.then(request -> FileHost.cutSending(request, 0));
    assertThat(Objects.requireNonNull(files.status(FILE)).length()).isEqualTo(10);
  }

  @Test
  void aFileIsDeletedOnce() {
    host.then(
        request -> {
          host.become(null, null, null);
          return FileHost.cutSending(request, 0);
        });
    TransportException failure = failure(() -> files.delete(FILE));
    assertThat(failure.mayHaveTakenEffect()).isTrue();
    assertThat(host.requests()).hasSize(1);
    host.become(ascii(TEN), null, null);
    assertThat(files.delete(FILE)).isTrue();
    assertThat(host.content()).isNull();
  }

  @Test
  void aFileIsWrittenOrReplaced() throws Exception {
    assertThat(files.write(FILE, TransferBody.of(ascii("new")))).isFalse();
    assertThat(host.content()).isEqualTo(ascii("new"));
    host.become(null, null, null);
    assertThat(files.write(FILE, TransferBody.of(ascii("first")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void anUploadThatIsCutBeginsAnew(int after) throws Exception {
    host.then(request -> FileHost.cutSending(request, after));
    host.then(request -> FileHost.cutSending(request, 5 - after));
    List<Long> progress = new ArrayList<>();
    files.write(
        FILE,
        TransferBody.of(() -> new ByteArrayInputStream(ascii("hello")), 5),
        TransferOptions.DEFAULT.withProgress((bytes, total) -> progress.add(bytes)));
    assertThat(host.content()).isEqualTo(ascii("hello"));
    assertThat(progress).startsWith(0L).endsWith(0L, 5L);
  }

  @Test
  void anUploadIsNotRepeatedForEver() {
    for (int i = 0; i < 9; i++) {
      host.then(request -> FileHost.cutSending(request, 2));
    }
    TransportException failure =
        failure(() -> files.write(FILE, TransferBody.of(ascii("hello"))));
    assertThat(failure)
        .hasMessage(
            "Writing the file '[datastore1] web/a 1.iso' broke off: cut. It may be incomplete:"
                + " write it again.");
    assertThat(failure.mayHaveTakenEffect()).isTrue();
    assertThat(host.requests()).hasSize(3);
  }

  @Test
  void whatCanBeReadOnceIsNotSentTwice() {
    host.then(request -> FileHost.cutSending(request, 2));
    TransferBody once = TransferBody.once(new ByteArrayInputStream(ascii("hello")), 5);
    TransportException failure = failure(() -> files.write(FILE, once));
    assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
    assertThat(failure)
        .hasMessage(
            "Writing the file '[datastore1] web/a 1.iso' broke off: cut; what was sent cannot be"
                + " read again. It may be incomplete: write it again.");
    assertThat(host.requests()).hasSize(1);
    assertThat(host.content()).isEqualTo(ascii(TEN));
  }

  @Test
  void whatHasNotBeenReadYetIsSentAgain() throws Exception {
    host.then(
        request -> {
          throw new TransportException(Kind.CUT_OFF, "cut", null);
        });
    files.write(FILE, TransferBody.once(new ByteArrayInputStream(ascii("hello")), 5));
    assertThat(host.content()).isEqualTo(ascii("hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "413, the file is larger than the host takes",
    "507, there is too little space on the datastore",
    "403, the user may not do this",
    "405, the host does not do this with files"
  })
  void aRefusalSaysWhatItMeans(int status, String meaning) {
    host.thenStatus(status);
    assertThatThrownBy(() -> files.write(FILE, TransferBody.of(ascii("x"))))
        .isInstanceOf(ProtocolException.class)
        .hasMessage(
            "PUT of the file '[datastore1] web/a 1.iso' was answered with HTTP status "
                + status
                + ": "
                + meaning
                + ".");
  }

  @Test
  void anEndedSessionIsOpenedAgain() throws Exception {
    host.thenStatus(401);
    server.expire();
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(server.count(Login.class)).isEqualTo(1);
  }

  @Test
  void aSessionThatEndsWithinADownloadIsOpenedAgain() throws Exception {
    host.thenCut(4).thenStatus(401);
    server.expire();
    assertThat(read(ByteRange.ALL)).isEqualTo(TEN);
    assertThat(server.count(Login.class)).isEqualTo(1);
    assertThat(host.askedRanges()).containsExactly(null, "bytes=4-9", "bytes=4-9");
  }

  @Test
  void aBodyThatWasNotTouchedOutlivesItsSession() throws Exception {
    host.thenStatus(401);
    server.expire();
    files.write(FILE, TransferBody.once(new ByteArrayInputStream(ascii("hello")), 5));
    assertThat(host.content()).isEqualTo(ascii("hello"));
  }

  @Test
  void aBodyThatWasReadDoesNotOutliveItsSession() {
    host.then(
        request -> {
          request.body().writeTo(OutputStream.nullOutputStream());
          return host.status(401, Map.of());
        });
    TransferBody once = TransferBody.once(new ByteArrayInputStream(ascii("hello")), 5);
    assertThatThrownBy(() -> files.write(FILE, once))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("there is no session");
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void aServerThatNeverLetsAnybodyInIsLeft() {
    for (int i = 0; i < 9; i++) {
      host.thenStatus(401);
    }
    assertThatThrownBy(() -> open(ByteRange.ALL))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("401");
    assertThat(host.requests()).hasSize(3);
  }

  @Test
  void progressIsToldOfWhatIsWanted() throws Exception {
    host.thenCut(2);
    List<String> progress = new ArrayList<>();
    TransferOptions options =
        TransferOptions.DEFAULT.withProgress((bytes, total) -> progress.add(bytes + "/" + total));
    try (Download download =
        Objects.requireNonNull(files.open(FILE, new ByteRange(3, 4), options))) {
      download.readAllBytes();
    }
    assertThat(progress).containsExactly("2/4", "4/4");
  }

  @Test
  void aClosedClientMovesNothing() {
    client.close();
    assertThat(failure(() -> files.open(FILE)).kind()).isEqualTo(Kind.CLOSED);
    assertThat(host.requests()).isEmpty();
  }
}
