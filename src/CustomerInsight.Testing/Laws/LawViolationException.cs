namespace CustomerInsight.Testing;

/// <summary>A plug-in breaks a law that the library relies on.</summary>
/// <remarks>
/// The message says which law, by which plug-in, and where the counterexample is: by its position among the values that the host gave, or by
/// the code points of a text that the kit itself made up. It never holds a value that the host gave.
/// </remarks>
public sealed class LawViolationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="law">The law's number, such as <c>L1</c>; <see cref="Contract"/> for what the interface's own documentation asks.</param>
    /// <param name="message">Who broke it, where, and what to do.</param>
    /// <param name="innerException">What the plug-in threw, or null.</param>
    public LawViolationException(string law, string message, Exception? innerException = null)
        : base($"{law}: {message}", innerException) => Law = law;

    /// <summary>Stands for what an interface's documentation asks beyond the numbered laws.</summary>
    public const string Contract = "contract";

    /// <summary>Gets the law's number, or <see cref="Contract"/>.</summary>
    public string Law { get; }
}
