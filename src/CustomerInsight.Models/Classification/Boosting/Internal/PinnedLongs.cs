using System.Runtime.CompilerServices;

namespace CustomerInsight.Models;

/// <summary>Whole numbers at a place that does not move and begins with a cache line.</summary>
internal sealed unsafe class PinnedLongs
{
    private const int Line = 64;

    private readonly long[] _store;

    public PinnedLongs(long length)
    {
        _store = GC.AllocateArray<long>(checked((int)(length + (Line / sizeof(long)))), pinned: true);
        long first = (long)Unsafe.AsPointer(ref _store[0]);
        First = (long*)((first + Line - 1) / Line * Line);
        Length = length;
    }

    /// <summary>Gets the place, which is good for as long as this object is held.</summary>
    public long* First { get; }

    public long Length { get; }
}
