using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Models;

/// <summary>Asks the processor for memory that is needed soon: rows that lie apart, or that take longer to measure than to load, would each be waited for otherwise.</summary>
internal static class CacheHint
{
    private const int NumbersPerLine = 8;

    /// <summary>Fetches a row of numbers. Changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch(ref double row, int width)
    {
        if (Sse.IsSupported)
        {
            // A hint may name any address, so it does not matter if the row moves meanwhile.
            for (int column = 0; column < width; column += NumbersPerLine)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, column)));
            }
        }
    }
}
