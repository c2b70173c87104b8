namespace CustomerInsight.Matching;

/// <summary>What the kernels ask of a vector of bytes, whose lanes are words of one, two or four bytes: one implementation for each width of vector.</summary>
/// <typeparam name="TVector">The vector, as bytes.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Whether this processor has the instructions.</summary>
    static abstract bool IsSupported { get; }

    static abstract TVector Load(ref byte from);

    static abstract void Store(TVector value, ref byte to);

    /// <summary>A word in every lane.</summary>
    static abstract TVector Repeat<TWord>(TWord word)
        where TWord : struct;

    /// <summary>Takes a byte from a table of 64 for each byte, which is from 0 to 63.</summary>
    static abstract TVector Lookup(ref byte table, TVector codes);

    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Or(TVector a, TVector b);

    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>a and not b.</summary>
    static abstract TVector AndNot(TVector a, TVector b);

    /// <summary>a and b and not c.</summary>
    static abstract TVector AndAndNot(TVector a, TVector b, TVector c);

    /// <summary>(a xor b) or c.</summary>
    static abstract TVector XorOr(TVector a, TVector b, TVector c);

    /// <summary>a or b or c.</summary>
    static abstract TVector Or(TVector a, TVector b, TVector c);

    /// <summary>(a or b) and not c.</summary>
    static abstract TVector OrAndNot(TVector a, TVector b, TVector c);

    /// <summary>(a and not b) or c.</summary>
    static abstract TVector AndNotOr(TVector a, TVector b, TVector c);

    /// <summary>b where the lane of a is not 0, else 0.</summary>
    static abstract TVector WhereNotZero<TWord>(TVector a, TVector b)
        where TWord : struct;

    static abstract TVector Add<TWord>(TVector a, TVector b)
        where TWord : struct;

    static abstract TVector Subtract<TWord>(TVector a, TVector b)
        where TWord : struct;

    /// <summary>How many bits of each lane are set.</summary>
    static abstract TVector CountBits<TWord>(TVector a)
        where TWord : struct;

    /// <summary>The words of the lower halves of two vectors in turn, in each 128 bits on their own.</summary>
    static abstract TVector InterleaveLow<TWord>(TVector a, TVector b)
        where TWord : struct;

    /// <summary>The words of the upper halves of two vectors in turn, in each 128 bits on their own.</summary>
    static abstract TVector InterleaveHigh<TWord>(TVector a, TVector b)
        where TWord : struct;

    /// <summary>Words that fit half of their lane, in lanes of half the width, in the order that both interleavings changed.</summary>
    static abstract TVector Narrow<TWord>(TVector low, TVector high)
        where TWord : struct;

    /// <summary>The first half of the bytes as words of 16 bits.</summary>
    static abstract TVector WidenLow(TVector a);

    /// <summary>The second half of the bytes as words of 16 bits.</summary>
    static abstract TVector WidenHigh(TVector a);

    /// <summary>a · b + c in words of 16 bits.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Half of each word of 16 bits, rounded down.</summary>
    static abstract TVector Halve(TVector a);
}
