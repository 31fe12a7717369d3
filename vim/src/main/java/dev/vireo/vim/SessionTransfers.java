package dev.vireo.vim;

import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.Transfers;
import dev.vireo.vim.transport.VimTransport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;

/** Transfers in the session of a client, which is opened again when it has ended. */
final class SessionTransfers implements Transfers {

  private final VimClient client;
  private final VimTransport transport;

  SessionTransfers(VimClient client, VimTransport transport) {
    this.client = client;
    this.transport = transport;
  }

  @Override
  public TransferAnswer open(TransferRequest request) throws IOException {
    client.checkOpen();
    Patience patience = client.sessionPatience();
    try {
      while (true) {
        int generation = client.sessionGeneration();
        TransferAnswer answer = transport.transfers().open(request);
        if (answer.status() != VimClient.UNAUTHORIZED
            || !request.body().isRepeatable()
            || !isRenewed(generation, patience, answer)) {
          return answer.through(new InSession(answer.body(), client));
        }
        answer.close();
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private boolean isRenewed(int generation, Patience patience, TransferAnswer answer) {
    boolean known = false;
    try {
      boolean renewed = client.renewSession(generation, patience);
      known = true;
      return renewed;
    } finally {
      if (!known) {
        answer.close();
      }
    }
  }

  /** What is read of a client that must not be taken for forgotten meanwhile. */
  private static final class InSession extends FilterInputStream {

    private final VimClient client;

    InSession(InputStream in, VimClient client) {
      super(in);
      this.client = client;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } finally {
        Reference.reachabilityFence(client);
      }
    }
  }
}
