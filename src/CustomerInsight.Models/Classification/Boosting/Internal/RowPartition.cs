using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Models;

/// <summary>Parts the rows of a leaf into those that go left and those that go right, each in their order.</summary>
internal static unsafe class RowPartition
{
    private const int PieceRows = 1 << 14;
    private const int Ahead = 24;

    /// <summary>Parts rows in place.</summary>
    /// <param name="words">The words of the lane's group.</param>
    /// <param name="shift">Where the lane stands in a word.</param>
    /// <param name="isLeft">1 for each code that goes left, else 0.</param>
    /// <param name="numbers">The rows.</param>
    /// <param name="count">How many.</param>
    /// <param name="space">Room for as many.</param>
    /// <param name="parallel">On how many threads.</param>
    /// <returns>How many go left.</returns>
    public static int Run(long* words, int shift, byte[] isLeft, int* numbers, int count, int* space, ParallelOptions parallel)
    {
        int pieces = Math.Clamp(count / PieceRows, 1, parallel.MaxDegreeOfParallelism);
        if (pieces == 1)
        {
            int all = Part(words, shift, isLeft, numbers, 0, count, numbers, space);
            new Span<int>(space, count - all).CopyTo(new Span<int>(numbers + all, count - all));
            return all;
        }

        int[] lefts = new int[pieces];
        int From(int piece) => (int)((long)count * piece / pieces);
        Parallel.For(0, pieces, parallel, piece =>
        {
            int from = From(piece);
            lefts[piece] = Part(words, shift, isLeft, numbers, from, From(piece + 1), numbers + from, space + from);
        });

        // The left rows of each piece lie at its beginning, the right ones in the room beside: both are closed up.
        int left = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            new Span<int>(numbers + From(piece), lefts[piece]).CopyTo(new Span<int>(numbers + left, lefts[piece]));
            left += lefts[piece];
        }

        int right = left;
        for (int piece = 0; piece < pieces; piece++)
        {
            int length = From(piece + 1) - From(piece) - lefts[piece];
            new Span<int>(space + From(piece), length).CopyTo(new Span<int>(numbers + right, length));
            right += length;
        }

        return left;
    }

    private static int Part(long* words, int shift, byte[] isLeft, int* numbers, int from, int to, int* left, int* right)
    {
        int toLeft = 0;
        int toRight = 0;
        fixed (byte* table = isLeft)
        {
            for (int at = from; at < to; at++)
            {
                // Both are written, and one is kept: a branch would be foreseen wrongly half of the time.
                int row = numbers[at];
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(words + numbers[Math.Min(at + Ahead, to - 1)]);
                }

                int goes = table[(byte)(words[row] >> shift)];
                left[toLeft] = row;
                right[toRight] = row;
                toLeft += goes;
                toRight += 1 - goes;
            }
        }

        return toLeft;
    }
}
