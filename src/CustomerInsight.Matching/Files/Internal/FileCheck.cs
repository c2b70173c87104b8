namespace CustomerInsight.Matching;

/// <summary>Checks of what a model file holds; each error names the place.</summary>
internal static class FileCheck
{
    public static T Present<T>(T? value, string path)
        where T : class =>
        value ?? throw Missing(path);

    public static T Present<T>(T? value, string path)
        where T : struct =>
        value ?? throw Missing(path);

    /// <summary>Makes something of each entry of a list; the place of an entry is handed on.</summary>
    public static TResult[] Each<TFile, TResult>(TFile?[]? files, string path, Func<TFile, string, TResult> make)
        where TFile : class =>
        [.. Present(files, path).Select((file, i) => Make(file, FormattableString.Invariant($"{path}[{i}]"), make))];

    public static double Share(double? value, string path) => Present(value, path) is var share && share is >= 0 and < 1
        ? share
        : throw Impossible(path, "a share from 0 to below 1 is needed");

    public static double Probability(double? value, string path) => Present(value, path) is var probability && probability is > 0 and <= 1
        ? probability
        : throw Impossible(path, "a probability above 0 and at most 1 is needed");

    public static MatchModelFileException Impossible(string path, string what, Exception? inner = null) =>
        new(MatchModelFileException.ImpossibleValues, path, $"{what}. The file was changed by hand or by an error: mend it there, or save the model again", inner);

    private static TResult Make<TFile, TResult>(TFile? file, string path, Func<TFile, string, TResult> make)
        where TFile : class =>
        make(Present(file, path), path);

    private static MatchModelFileException Missing(string path) =>
        new(MatchModelFileException.Unreadable, path, "it is missing. The file is not complete: mend it there, or save the model again");
}
