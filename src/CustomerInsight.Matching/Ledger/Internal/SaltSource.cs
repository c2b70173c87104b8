namespace CustomerInsight.Matching;

/// <summary>Fills memory with bytes that nobody can foresee.</summary>
/// <param name="salts">The memory.</param>
internal delegate void SaltSource(Span<byte> salts);
