using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CustomerInsight;

/// <summary>Reads rows on a thread of their own, some batches ahead of the stage that takes them.</summary>
internal static class ReadAhead
{
    private const int BatchesAhead = 4;

    /// <summary>Gives the rows in their order, in batches that last until the next is asked for.</summary>
    /// <remarks>What the source throws arrives as it was thrown. The source has stopped when this has, whatever the reason; one that does not heed its token is waited for.</remarks>
    public static async IAsyncEnumerable<RowBatch<T>> BatchesAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var free = new ConcurrentQueue<RowBatch<T>>();
        var batches = Channel.CreateBounded<RowBatch<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => FillAsync(read, free, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (RowBatch<T> batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
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

    private static async Task FillAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, ConcurrentQueue<RowBatch<T>> free, ChannelWriter<RowBatch<T>> batches, CancellationToken cancellationToken)
    {
        try
        {
            RowBatch<T> batch = new();
            await foreach (T row in read(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                batch.Add(row);
                if (batch.IsFull)
                {
                    await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                    batch = free.TryDequeue(out RowBatch<T>? empty) ? empty : new();
                }
            }

            await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            batches.Complete();
        }
        catch (Exception fault)
        {
            batches.Complete(fault);
        }
    }
}
