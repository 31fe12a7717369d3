package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.file.ByteRange;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.file.Download;
import dev.vireo.vim.file.FileStatus;
import dev.vireo.vim.file.TransferOptions;
import dev.vireo.vim.transport.Exchange;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vim.transport.VimTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of any size, both ways, over HTTPS and in this process, on connections that break. */
@Timeout(120)
class TransfersTest extends HostTestBase {

  /** How a client reaches the host. */
  enum Way {
    HTTPS,
    IN_PROCESS
  }

  private static final DatastoreFile FILE =
      new DatastoreFile("ha-datacenter", "datastore1", "iso/büro 1.iso");
  private static final TransferOptions SOON =
      TransferOptions.DEFAULT.withIdleTimeout(Duration.ofSeconds(1));
  private static final int SIZE = 300_007;

  private final List<Exchange> heard = new CopyOnWriteArrayList<>();

  private DatastoreFiles files(Simulator host, Way way) {
    return new DatastoreFiles(client(host, way));
  }

  private VimClient client(Simulator host, Way way) {
    VimTransport wire =
        way == Way.IN_PROCESS
            ? host.transport()
            : new HttpTransport(
                HttpOptions.https("127.0.0.1", host.serve(ServeOptions.https()).port())
                    .withTls(TlsPolicy.noVerify()));
    VimTransport transport = TransportPipeline.over(wire, heard::add, key -> false);
    VimClient client =
        closing(VimClient.connect(transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO)));
    client.login(host.config().userName(), host.config().password());
    return client;
  }

  private static byte[] content(int seed, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31 + i / 251 + seed);
    }
    return bytes;
  }

  private static void write(DatastoreFiles files, byte[] bytes) throws IOException {
    files.write(FILE, TransferBody.of(bytes));
  }

  private static Download open(DatastoreFiles files, ByteRange range, TransferOptions options) {
    return Objects.requireNonNull(files.open(FILE, range, options));
  }

  private static byte[] read(DatastoreFiles files, ByteRange range) throws IOException {
    try (Download download = open(files, range, TransferOptions.DEFAULT)) {
      return download.readAllBytes();
    }
  }

  private static byte[] read(DatastoreFiles files) throws IOException {
    return read(files, ByteRange.ALL);
  }

  private static TransportException failure(ThrowingCallable call) {
    return catchThrowableOfType(TransportException.class, call);
  }

  private static void add(Simulator host, String operation, FaultEffect effect) {
    host.faults().add(FaultRule.on(operation, effect).times(1));
  }

  /** Bytes that can be read once only. */
  private static TransferBody once(byte[] bytes) {
    return TransferBody.once(new ByteArrayInputStream(bytes), bytes.length);
  }

  @ParameterizedTest
  @EnumSource
  void filesOfAllSizesComeBackAsTheyWere(Way way) throws Exception {
    DatastoreFiles files = files(start(), way);
    for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, SIZE, 2_000_003}) {
      byte[] bytes = content(size, size);
      files.write(FILE, TransferBody.of(bytes));
      assertThat(read(files)).isEqualTo(bytes);
      files.write(
          FILE, TransferBody.of(() -> new ByteArrayInputStream(bytes), TransferBody.UNKNOWN));
      assertThat(read(files)).isEqualTo(bytes);
      assertThat(Objects.requireNonNull(files.status(FILE)).length()).isEqualTo(size);
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsAreWhatTheySay(Way way) throws Exception {
    DatastoreFiles files = files(start(), way);
    byte[] bytes = content(1, SIZE);
    write(files, bytes);
    for (long offset : new long[] {0, 1, 65_535, 65_536, 200_000, SIZE - 1, SIZE}) {
      for (long length : new long[] {1, 65_537, SIZE, ByteRange.TO_THE_END}) {
        int end = (int) (length < 0 ? SIZE : Math.min(SIZE, offset + length));
        assertThat(read(files, new ByteRange(offset, length)))
            .isEqualTo(Arrays.copyOfRange(bytes, (int) offset, end));
      }
    }
    assertThatThrownBy(() -> read(files, ByteRange.from(SIZE + 1L)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("only " + SIZE + " bytes");
  }

  @ParameterizedTest
  @EnumSource
  void theStatusOfAFileTellsItFromAnother(Way way) throws Exception {
    DatastoreFiles files = files(start(), way);
    assertThat(files.status(FILE)).isNull();
    write(files, content(1, 10));
    FileStatus first = Objects.requireNonNull(files.status(FILE));
    write(files, content(2, 10));
    FileStatus second = Objects.requireNonNull(files.status(FILE));
    assertThat(first.length()).isEqualTo(10);
    assertThat(first.mayBe(second)).isFalse();
    assertThat(first.mayBe(first)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedFileIsGone(Way way) throws Exception {
    Simulator host = start(quick(SimulatorConfig.esx80().toBuilder().uploadSpace(SIZE).build()));
    DatastoreFiles files = files(host, way);
    write(files, content(1, SIZE));
    assertThat(files.delete(FILE)).isTrue();
    assertThat(files.open(FILE)).isNull();
    assertThat(files.delete(FILE)).isFalse();
    write(files, content(2, SIZE)); // there is space again
    assertThat(host.requests().count("DELETE /folder")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadThatIsCutGoesOn(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(3, SIZE);
    write(files, bytes);
    for (long cut : new long[] {0, 1, 2, 16_383, 16_384, 65_536, 65_537, 200_000, SIZE - 1}) {
      long before = host.requests().count("GET /folder");
      add(host, "GET /folder", new FaultEffect.CutConnection(cut));
      assertThat(read(files)).isEqualTo(bytes);
      assertThat(host.requests().count("GET /folder") - before).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadMayBeCutAgainAndAgain(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(4, SIZE);
    write(files, bytes);
    host.faults().add(FaultRule.on("GET /folder", new FaultEffect.CutConnection(30_001)).times(9));
    assertThat(read(files, ByteRange.from(5))).isEqualTo(Arrays.copyOfRange(bytes, 5, SIZE));
    assertThat(host.requests().count("GET /folder")).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadGoesOnAfterTroubleOfTheHost(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(5, SIZE);
    write(files, bytes);
    add(host, "GET /folder", new FaultEffect.CutConnection(100));
    host.faults()
        .add(FaultRule.on("GET /folder", new FaultEffect.HttpStatus(500)).after(1).times(1));
    assertThat(read(files)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void aPartThatIsTooShortIsContinued(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(6, SIZE);
    write(files, bytes);
    add(host, "GET /folder", new FaultEffect.ShortBody(1000));
    assertThat(read(files, ByteRange.from(7))).isEqualTo(Arrays.copyOfRange(bytes, 7, SIZE));
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsReplacedIsNotContinued(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    write(files, content(7, SIZE));
    add(host, "GET /folder", new FaultEffect.CutConnection(100_000));
    try (Download download = open(files, ByteRange.ALL, TransferOptions.DEFAULT)) {
      download.readNBytes(1000);
      write(files, content(8, SIZE));
      assertThat(failure(download::readAllBytes).kind()).isEqualTo(Kind.CHANGED);
    }
  }

  /** Who has opened a file reads that one, whatever becomes of its name. */
  @ParameterizedTest
  @EnumSource
  void aFileThatIsReplacedIsReadToItsEnd(Way way) throws Exception {
    DatastoreFiles files = files(start(), way);
    byte[] bytes = content(9, 3_000_000);
    write(files, bytes);
    try (Download download = open(files, ByteRange.ALL, TransferOptions.DEFAULT)) {
      byte[] first = download.readNBytes(10);
      write(files, content(10, SIZE));
      files.delete(FILE);
      write(files, content(11, SIZE));
      assertThat(first).isEqualTo(Arrays.copyOf(bytes, 10));
      assertThat(download.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadThatStandsStillTimesOut(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    write(files, content(12, SIZE));
    add(host, "GET /folder", new FaultEffect.Stall(1000));
    try (Download download = open(files, ByteRange.ALL, SOON)) {
      assertThat(download.readNBytes(1000)).hasSize(1000);
      TransportException failure = failure(download::readAllBytes);
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure)
          .hasMessageStartingWith(
              "Reading the file '[datastore1] iso/büro 1.iso' broke off at byte 1000 of " + SIZE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUploadThatIsCutLeavesTheFileAsItWas(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] before = content(13, 1000);
    write(files, before);
    for (long cut : new long[] {0, 1, 16_384, 65_537, SIZE - 1, SIZE}) {
      add(host, "PUT /folder", new FaultEffect.CutRequest(cut));
      TransportException failure = failure(() -> files.write(FILE, once(content(14, SIZE))));
      if (failure != null) { // nothing had been read of it
        assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(read(files)).isEqualTo(before);
      }
      write(files, before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUploadThatIsCutBeginsAnew(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    for (long cut : new long[] {0, 1, 16_384, 65_537, SIZE - 1}) {
      byte[] bytes = content((int) cut, SIZE);
      add(host, "PUT /folder", new FaultEffect.CutRequest(cut));
      files.write(FILE, TransferBody.of(() -> new ByteArrayInputStream(bytes), SIZE));
      assertThat(read(files)).isEqualTo(bytes);
    }
  }

  /** It was stored, and nobody told the client so: twice is as good as once. */
  @ParameterizedTest
  @EnumSource
  void anUploadWhoseAnswerIsLostIsRepeated(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    add(host, "PUT /folder", new FaultEffect.CutConnection(0));
    write(files, content(15, SIZE));
    assertThat(read(files)).isEqualTo(content(15, SIZE));
    assertThat(host.requests().count("PUT /folder")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void anUploadThatStandsStillTimesOut(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    add(host, "PUT /folder", new FaultEffect.StallRequest(1000));
    TransportException failure =
        failure(() -> files.write(FILE, TransferBody.of(new byte[20_000_000]), SOON));
    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure).hasMessageContaining("It may be incomplete: write it again.");
    assertThat(files.open(FILE)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void anUploadThatIsRefusedIsNotSent(Way way) throws Exception {
    Simulator host =
        start(
            quick(
                SimulatorConfig.esx80().toBuilder()
                    .maxUploadBytes(5_000_000)
                    .uploadSpace(8_000_000)
                    .build()));
    DatastoreFiles files = files(host, way);
    AtomicBoolean opened = new AtomicBoolean();
    TransferBody.Source source =
        () -> {
          opened.set(true);
          return InputStream.nullInputStream();
        };
    assertThatThrownBy(() -> files.write(FILE, TransferBody.of(source, 5_000_001)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageEndingWith("413: the file is larger than the host takes.");
    write(files, content(17, 5_000_000));
    assertThatThrownBy(() -> files.write(other(), TransferBody.of(source, 4_000_000)))
        .hasMessageEndingWith("507: there is too little space on the datastore.");
    assertThat(opened).isFalse();
  }

  private static DatastoreFile other() {
    return new DatastoreFile("ha-datacenter", "datastore1", "other.iso");
  }

  @ParameterizedTest
  @EnumSource
  void chunksThatExceedTheLimitAreRefused(Way way) throws Exception {
    Simulator host =
        start(quick(SimulatorConfig.esx80().toBuilder().maxUploadBytes(100_000).build()));
    DatastoreFiles files = files(host, way);
    write(files, content(18, 10));
    byte[] tooMuch = content(19, 3_000_000);
    assertThatThrownBy(() ->
            files.write(
                FILE,
                TransferBody.of(() -> new ByteArrayInputStream(tooMuch), TransferBody.UNKNOWN)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("413");
    assertThat(read(files)).isEqualTo(content(18, 10));
  }

  @ParameterizedTest
  @EnumSource
  void aSourceThatFailsLeavesTheFileAsItWas(Way way) throws Exception {
    DatastoreFiles files = files(start(), way);
    write(files, content(20, 10));
    for (int size : new int[] {100_000, 100_002}) {
      TransferBody lying = TransferBody.once(new ByteArrayInputStream(new byte[100_001]), size);
      assertThatThrownBy(() -> files.write(FILE, lying)).isExactlyInstanceOf(IOException.class);
      assertThat(read(files)).isEqualTo(content(20, 10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEndedSessionIsOpenedAgainForADownload(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(21, SIZE);
    write(files, bytes);
    add(host, "GET /folder", new FaultEffect.ExpireSessions());
    assertThat(read(files)).isEqualTo(bytes);
    assertThat(host.requests().count("Login")).isEqualTo(2);
    assertThat(host.sessions()).hasSize(1);
  }

  /** The server says so before it has had any byte of what can be read once only. */
  @ParameterizedTest
  @EnumSource
  void anEndedSessionCostsAnUploadNothing(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(22, 3_000_000);
    add(host, "PUT /folder", new FaultEffect.ExpireSessions());
    files.write(FILE, once(bytes));
    assertThat(read(files)).isEqualTo(bytes);
    host.expireSessions();
    files.write(other(), once(bytes));
    assertThat(host.requests().count("Login")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aSessionMayEndWithinADownload(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    byte[] bytes = content(23, SIZE);
    write(files, bytes);
    add(host, "GET /folder", new FaultEffect.CutConnection(200_000));
    try (Download download = open(files, ByteRange.ALL, TransferOptions.DEFAULT)) {
      byte[] first = download.readNBytes(100);
      host.expireSessions();
      assertThat(first).isEqualTo(Arrays.copyOf(bytes, 100));
      assertThat(download.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, SIZE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsADownload(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    write(files, content(24, 2_000_000));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    FutureTask<@Nullable TransportException> task =
        new FutureTask<>(() -> {
          try (Download download = open(files, ByteRange.ALL, TransferOptions.DEFAULT)) {
            download.readNBytes(1000);
            reading.countDown();
            awaitUninterruptibly(interrupted);
            TransportException failure = failure(download::readAllBytes);
            assertThat(Thread.interrupted()).isTrue();
            return failure;
          }
        });
    Thread thread = Thread.ofPlatform().start(task);
    reading.await();
    thread.interrupt();
    interrupted.countDown();
    assertThat(Objects.requireNonNull(task.get()).kind()).isEqualTo(Kind.INTERRUPTED);
    // nobody else is harmed
    assertThat(read(files)).isEqualTo(content(24, 2_000_000));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsAnUpload(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    CountDownLatch writing = new CountDownLatch(1);
    FutureTask<@Nullable VimException> task =
        new FutureTask<>(() ->
            catchThrowableOfType(
                VimException.class,
                () ->
                    files.write(
                        FILE,
                        new Endless() {
                          @Override
                          public void writeTo(OutputStream out) throws IOException {
                            out.write(new byte[100_000]);
                            writing.countDown();
                            super.writeTo(out);
                          }
                        })));
    Thread thread = Thread.ofPlatform().start(task);
    writing.await();
    thread.interrupt();
    assertThat(((TransportException) Objects.requireNonNull(task.get())).kind())
        .isEqualTo(Kind.INTERRUPTED);
    assertThat(files.open(FILE)).isNull();
  }

  /** More than anybody takes. */
  private static class Endless implements TransferBody {

    @Override
    public long length() {
      return 60_000_000;
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      // the rest comes when nobody wants it any more
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      out.write(new byte[10_000_000]);
      throw new AssertionError("the interrupt has been overlooked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatIsSwitchedOffEndsADownload(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    write(files, new byte[20_000_000]);
    try (Download download = open(files, ByteRange.ALL, TransferOptions.DEFAULT)) {
      download.readNBytes(1000);
      host.close();
      assertThat(failure(download::readAllBytes).kind())
          .isIn(Kind.CUT_OFF, Kind.CONNECTION_REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void listenersHearOfEachAttempt(Way way) throws Exception {
    Simulator host = start();
    DatastoreFiles files = files(host, way);
    write(files, content(26, SIZE));
    add(host, "GET /folder", new FaultEffect.CutConnection(1000));
    read(files);
    List<Exchange> moved =
        heard.stream().filter(each -> each.operation().contains("/folder")).toList();
    assertThat(moved).extracting(Exchange::bytesOut).containsExactly((long) SIZE, 0L, 0L);
    assertThat(moved).extracting(Exchange::failure).containsExactly(null, "CUT_OFF", null);
    assertThat(moved).extracting(Exchange::status).containsExactly(201, 200, 206);
    assertThat(moved.get(1).bytesIn() + moved.get(2).bytesIn()).isEqualTo(SIZE);
  }
}
