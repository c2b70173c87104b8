using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CustomerInsight.Sources;

/// <summary>Takes rows apart on a thread of their own, a few batches ahead of who makes records of them.</summary>
internal static class CsvBatches
{
    private const int BatchesAhead = 2;

    /// <summary>Gives the rows in their order, in batches that last until the next is asked for.</summary>
    /// <remarks>What the reading throws arrives as it was thrown, after the rows before it. Nothing is read any more when this has ended, whatever the reason.</remarks>
    public static async IAsyncEnumerable<CsvBatch> ReadAsync(CsvRows rows, ByteWindow window, int[] columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var free = new ConcurrentQueue<CsvBatch>();
        var full = Channel.CreateBounded<CsvBatch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => FillAsync(rows, window, () => free.TryDequeue(out CsvBatch? batch) ? batch : new CsvBatch(columns), full.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (CsvBatch batch in full.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
                batch.Clear();
                free.Enqueue(batch);
            }
        }
        finally
        {
            try
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
            finally
            {
                await reading.ConfigureAwait(false);
            }
        }
    }

    private static async Task FillAsync(CsvRows rows, ByteWindow window, Func<CsvBatch> next, ChannelWriter<CsvBatch> full, CancellationToken cancellationToken)
    {
        CsvBatch? batch = null;
        Exception? fault = null;
        try
        {
            window.AllowBlocking();
            batch = next();
            for (CsvStep step = rows.Next(); step != CsvStep.End; step = rows.Next())
            {
                if (step == CsvStep.NeedsMore)
                {
                    await window.FillAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                batch.Add(rows);
                if (batch.IsFull)
                {
                    await full.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                    batch = next();
                }
            }
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        try
        {
            if (batch is not null)
            {
                await full.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException stopped)
        {
            fault ??= stopped;
        }

        full.Complete(fault);
    }
}
