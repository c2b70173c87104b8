using LifetimeValueSample;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return await LifetimeValueProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
