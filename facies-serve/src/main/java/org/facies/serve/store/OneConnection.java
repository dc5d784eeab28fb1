package org.facies.serve.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A connection to the file, used by one thread at a time. After a failure it is replaced: a connection whose
 * transaction could not begin or end might treat the next change as part of that transaction and never commit it.
 */
final class OneConnection implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Jdbi database;
    private Handle handle;

    OneConnection(DataSource source) {
        this.database = Jdbi.create(source);
        this.handle = database.open();
    }

    /** Does work in one transaction: everything is committed, or nothing. */
    <T> T inTransaction(Function<Handle, T> work) {
        return during(open -> open.inTransaction(work::apply));
    }

    /** Does work outside of transactions. */
    <T> T during(Function<Handle, T> work) {
        turn.lock();
        try {
            T result = work.apply(handle);
            if (handle.isInTransaction()) {
                throw new IllegalStateException("a transaction was not ended");
            }
            return result;
        } catch (JdbiException failed) {
            replace();
            throw new StoreUnavailable(failed);
        } catch (RuntimeException refused) {
            replace();
            throw refused;
        } finally {
            turn.unlock();
        }
    }

    private void replace() {
        try {
            handle.close();
        } catch (JdbiException broken) {
            // The connection is closed anyway, and uncommitted changes are undone.
        }
        try {
            handle = database.open();
        } catch (JdbiException unusable) {
            throw new StoreUnavailable(unusable);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            handle.close();
        } finally {
            turn.unlock();
        }
    }
}
