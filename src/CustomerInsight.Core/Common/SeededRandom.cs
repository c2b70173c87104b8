namespace CustomerInsight;

/// <summary>A small random generator whose sequence depends on the seed alone, on every runtime.</summary>
/// <remarks>
/// <see cref="Random"/> does not promise the same sequence between versions of .NET; results here must not change with one.
/// <para>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (SplitMix64);
/// bounded numbers by Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019.</para>
/// </remarks>
/// <threadsafety>Not safe: give each thread its own.</threadsafety>
public sealed partial class SeededRandom
{
    private ulong _state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; equal seeds give equal sequences.</param>
    public SeededRandom(ulong seed) => _state = seed;

    /// <summary>Draws 64 random bits.</summary>
    /// <returns>Any value, each as likely.</returns>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Draws a whole number below a bound, each as likely.</summary>
    /// <param name="exclusiveBound">At least 1.</param>
    /// <returns>A number from 0 to <paramref name="exclusiveBound"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveBound"/> is 0 or less.</exception>
    public int Next(int exclusiveBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveBound);
        uint bound = (uint)exclusiveBound;
        ulong product = (NextBits() >> 32) * bound;
        uint low = (uint)product;
        if (low < bound)
        {
            uint threshold = (0u - bound) % bound;
            while (low < threshold)
            {
                product = (NextBits() >> 32) * bound;
                low = (uint)product;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Draws a number from the uniform distribution.</summary>
    /// <returns>A number in [0, 1) on a grid of 2⁻⁵³.</returns>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Starts a sequence of its own, independent of what is drawn here afterwards.</summary>
    /// <returns>A generator seeded from the next bits of this one.</returns>
    public SeededRandom Split() => new(NextBits());
}
