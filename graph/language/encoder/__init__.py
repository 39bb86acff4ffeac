"""The learned recogniser of names: a small transformer, fine-tuned by `training`, run by onnxruntime."""
