using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerInsight.Models;

/// <summary>Sums the derivatives of rows by code, eight lanes at a time.</summary>
internal sealed unsafe class HistogramBuilder(BinnedRows rows, ParallelOptions parallel)
{
    private const int GroupWords = LanePlan.LanesPerGroup * LanePlan.CodesPerLane * 2;
    private const int LaneBytes = LanePlan.CodesPerLane * 16;
    private const int PieceRows = 1 << 13;
    private const int Ahead = 16;

    private readonly Stack<PinnedLongs> _free = new();
    private PinnedLongs[] _pieces = [];

    private long Words => (long)rows.Groups.Length * GroupWords;

    public void Return(PinnedLongs? histogram)
    {
        if (histogram is not null)
        {
            _free.Push(histogram);
        }
    }

    /// <summary>Sums over the rows of a leaf.</summary>
    /// <param name="derivatives">Two words a row.</param>
    /// <param name="numbers">The rows; null for all.</param>
    /// <param name="count">How many.</param>
    public PinnedLongs Build(PinnedLongs derivatives, int* numbers, int count)
    {
        PinnedLongs sums = _free.Count > 0 ? _free.Pop() : new PinnedLongs(Words);
        int groups = rows.Groups.Length;
        int pieces = Math.Clamp(count / PieceRows, 1, parallel.MaxDegreeOfParallelism);
        while (_pieces.Length < pieces - 1)
        {
            _pieces = [.. _pieces, new PinnedLongs(Words)];
        }

        if (pieces == 1 || parallel.MaxDegreeOfParallelism == 1)
        {
            for (int group = 0; group < groups; group++)
            {
                Sum(group, derivatives.First, numbers, 0, count, sums.First + ((long)group * GroupWords));
            }
        }
        else
        {
            nint place = (nint)numbers;
            Parallel.For(0, groups * pieces, parallel, task =>
            {
                int piece = task % pieces;
                long* to = (piece == 0 ? sums : _pieces[piece - 1]).First + ((long)(task / pieces) * GroupWords);
                int from = (int)((long)count * piece / pieces);
                int end = (int)((long)count * (piece + 1) / pieces);
                Sum(task / pieces, derivatives.First, (int*)place, from, end, to);
            });
            for (int piece = 1; piece < pieces; piece++)
            {
                Combine(sums.First, _pieces[piece - 1].First, add: true);
            }
        }

        GC.KeepAlive(derivatives);
        return sums;
    }

    /// <summary>Takes the sums of one part of a leaf's rows away, which leaves those of the other.</summary>
    public void Subtract(PinnedLongs from, PinnedLongs part) => Combine(from.First, part.First, add: false);

    private void Combine(long* to, long* other, bool add)
    {
        for (int lane = 0; lane < rows.Codes.Length; lane++)
        {
            long first = (long)lane * LanePlan.CodesPerLane * 2;
            for (long at = first; at < first + (2L * rows.Codes[lane]); at += 2)
            {
                Vector128<long> own = Vector128.Load(to + at);
                Vector128<long> others = Vector128.Load(other + at);
                Vector128.Store(add ? own + others : own - others, to + at);
            }
        }
    }

    private void Clear(int group, long* sums)
    {
        for (int lane = 0; lane < LanePlan.LanesPerGroup; lane++)
        {
            int codes = rows.Codes[(group * LanePlan.LanesPerGroup) + lane];
            new Span<long>(sums + (lane * LanePlan.CodesPerLane * 2), codes * 2).Clear();
        }
    }

    private void Sum(int group, long* derivatives, int* numbers, int from, int to, long* sums)
    {
        Clear(group, sums);
        long* words = rows.Groups[group].First;
        byte* lanes = (byte*)sums;
        if (numbers is null)
        {
            for (int row = from; row < to; row++)
            {
                Add(lanes, (ulong)words[row], Vector128.Load(derivatives + (2L * row)));
            }

            return;
        }

        int at = from;
        for (; at < to - Ahead; at++)
        {
            int later = numbers[at + Ahead];
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(words + later);
                Sse.Prefetch0(derivatives + (2L * later));
            }

            int row = numbers[at];
            Add(lanes, (ulong)words[row], Vector128.Load(derivatives + (2L * row)));
        }

        for (; at < to; at++)
        {
            int row = numbers[at];
            Add(lanes, (ulong)words[row], Vector128.Load(derivatives + (2L * row)));
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static void Add(byte* lanes, ulong codes, Vector128<long> derivatives)
    {
        AddLane(lanes, (codes << 4) & 0xFF0, derivatives);
        AddLane(lanes + LaneBytes, (codes >> 4) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 2), (codes >> 12) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 3), (codes >> 20) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 4), (codes >> 28) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 5), (codes >> 36) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 6), (codes >> 44) & 0xFF0, derivatives);
        AddLane(lanes + (LaneBytes * 7), (codes >> 52) & 0xFF0, derivatives);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static void AddLane(byte* lane, ulong offset, Vector128<long> derivatives)
    {
        long* bin = (long*)(lane + offset);
        Vector128.Store(Vector128.Load(bin) + derivatives, bin);
    }
}
