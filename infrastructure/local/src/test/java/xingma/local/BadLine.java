package xingma.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad line to the city: what is sent arrives and is dealt with, and now and then the answer does not come back; or it is
 * cut, and nothing gets through.
 */
final class BadLine implements AutoCloseable {
    /** A browser sends a form again by itself when nothing at all came back. */
    static final int ALL = 1_000;

    private static final int MOST = 64 * 1024;

    private final ServerSocket door;
    private final int city;
    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile String what = "POST /complain";
    private volatile boolean isCut;

    /** In front of the public pages. */
    BadLine(LocalCity behind) {
        this(behind.publicBaseUrl());
    }

    /** @param host an address on this machine */
    BadLine(String host) {
        try {
            city = URI.create(host).getPort();
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::opens);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** The answers to so many forms from now on are lost. */
    void loses(int answers) {
        toLose.set(answers);
    }

    /** @param request how those begin whose answers are lost, instead of forms */
    void loses(int answers, String request) {
        what = request;
        loses(answers);
    }

    int lost() {
        return lost.get();
    }

    /** From now on whoever calls is hung up on. */
    void cuts() {
        isCut = true;
    }

    void mends() {
        isCut = false;
    }

    private void opens() {
        try {
            while (true) {
                var phone = door.accept();
                Thread.ofVirtual().start(() -> carries(phone));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** One request and its answer; the next gets a line of its own. */
    private void carries(Socket phone) {
        try (phone; var host = new Socket(InetAddress.getLoopbackAddress(), city)) {
            if (isCut) {
                return;
            }
            var request = new byte[MOST];
            var length = phone.getInputStream().read(request);
            if (length < 0) {
                return;
            }
            var begins = new String(request, 0, length, StandardCharsets.ISO_8859_1);
            var alone = begins.replaceFirst("\r\nConnection: keep-alive", "\r\nConnection: close");
            host.getOutputStream().write(alone.getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofVirtual().start(() -> pours(phone, host));
            var answer = new byte[MOST];
            length = host.getInputStream().read(answer);
            if (begins.startsWith(what) && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                lost.incrementAndGet();
                return;
            }
            for (; length >= 0; length = host.getInputStream().read(answer)) {
                phone.getOutputStream().write(answer, 0, length);
            }
        } catch (IOException gone) {
            // Whoever hung up hears no more.
        }
    }

    private static void pours(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // The other end has hung up.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
