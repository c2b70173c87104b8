namespace CustomerInsight.Matching;

/// <summary>Which of the forms that agree compares a batch.</summary>
internal enum BatchPath
{
    /// <summary>One text after the other, with the units of the asked text in words: any processor, any text.</summary>
    Scalar,

    /// <summary>Vectors of 256 bits (AVX2).</summary>
    Vector256,

    /// <summary>Vectors of 512 bits (AVX-512 with VBMI).</summary>
    Vector512,
}
