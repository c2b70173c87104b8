using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CustomerInsight;

/// <summary>Reads rows on a thread of their own, some batches ahead of the stage that takes them.</summary>
internal static class ReadAhead
{
    private const int BatchLength = 1024;
    private const int BatchesAhead = 4;

    /// <summary>Gives the rows in their order, in batches that last until the next is asked for.</summary>
    /// <remarks>What the source throws arrives as it was thrown. The source has stopped when this has, whatever the reason.</remarks>
    public static async IAsyncEnumerable<ArraySegment<T>> BatchesAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<ArraySegment<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => FillAsync(read, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (ArraySegment<T> batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
                ArrayPool<T>.Shared.Return(batch.Array!, clearArray: true);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task FillAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, ChannelWriter<ArraySegment<T>> batches, CancellationToken cancellationToken)
    {
        try
        {
            T[] batch = ArrayPool<T>.Shared.Rent(BatchLength);
            int count = 0;
            await foreach (T row in read(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                batch[count++] = row;
                if (count == BatchLength)
                {
                    await batches.WriteAsync(new(batch, 0, count), cancellationToken).ConfigureAwait(false);
                    batch = ArrayPool<T>.Shared.Rent(BatchLength);
                    count = 0;
                }
            }

            await batches.WriteAsync(new(batch, 0, count), cancellationToken).ConfigureAwait(false);
            batches.Complete();
        }
        catch (Exception fault)
        {
            batches.Complete(fault);
        }
    }
}
