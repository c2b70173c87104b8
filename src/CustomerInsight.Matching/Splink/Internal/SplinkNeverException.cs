namespace CustomerInsight.Matching;

/// <summary>A condition that holds for no pair. It never leaves the reader: the level is left out, which changes nothing.</summary>
internal sealed class SplinkNeverException(string message) : Exception(message);
